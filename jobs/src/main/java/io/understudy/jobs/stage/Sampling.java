package io.understudy.jobs.stage;

import io.understudy.codec.RealValues;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Waiting;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.personal.Real;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.SourceRows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructType;

/** Draws the synthetic rows and lets them wait for the gate. */
record Sampling(Inputs inputs, Artifacts artifacts) {

    SampleFile sample(Artifacts.Known model) {
        Job job = inputs.job();
        ProfileFile profile = model.file().profile();
        long rows = job.output().rows().orElseGet(profile::rows);
        TableCodec codec = profile.codec();
        StructType schema = Frames.plainNames(inputs.schema());
        Drawing drawing = Drawing.of(model.file(), job.seed(), rows);
        SyntheticRows.Recipe recipe =
                new SyntheticRows.Recipe(drawing.model(), (block, seed) -> drawing.decode(block), job.seed());
        SyntheticRows synthetic = new SyntheticRows(codec.columns(), schema);
        Dataset<Row> drawn = inputs.kept().isEmpty()
                ? synthetic.draw(inputs.spark(), recipe, rows)
                : inputs.reading(
                        () -> new KeptRows(synthetic, inputs.kept(), codec::encode).complete(inputs.input(), recipe));
        artifacts.clearSample();
        drawn.write().mode(SaveMode.Overwrite).parquet(artifacts.sampleRows());
        SampleFile sample = new SampleFile(
                SampleFile.FORMAT, inputs.basis(), asked(job), model.hash(), job.seed(), rows, met(model.file()));
        artifacts.write(sample);
        return sample;
    }

    /** What to gather: the values of columns whose values are made up. */
    static RealValues.Gathering gathering(Inputs inputs, ProfileFile profile) {
        List<Codec> codecs = profile.codec().codecs();
        return new RealValues.Gathering(IntStream.range(0, codecs.size())
                .mapToObj(c -> codecs.get(c).invents() && !inputs.kept().contains(c) ? expected(profile, c) : 0L)
                .toList());
    }

    /** Distinct values of a column, about: those of keys are only known up to a lower bound, so every row counts. */
    private static long expected(ProfileFile profile, int column) {
        ProfileFile.Entry entry = profile.columns().get(column);
        double all = profile.train() + (double) profile.holdout();
        double distinct = entry.distinct() * all / Math.max(1, profile.train());
        return Math.max(1, (long) Math.ceil(entry.type().keyed() ? all : distinct));
    }

    /** Looks through the waiting rows for values that could not but be real ones. */
    private List<SampleFile.Met> met(ModelFile model) {
        if (model.real().isEmpty()) {
            return List.of();
        }
        List<ProfileFile.Entry> columns = model.profile().columns();
        List<Long> rows = SourceRows.of(waiting()).fold(new RealValues.Met(model.realValues(), columns.size()));
        return IntStream.range(0, columns.size())
                .filter(c -> !inputs.kept().contains(c))
                .filter(c -> rows.get(c) > 0 && columns.get(c).treatment() instanceof Applied.Nothing)
                .mapToObj(c -> new SampleFile.Met(columns.get(c).name(), rows.get(c)))
                .toList();
    }

    /** What is done with the values of a table, with the keys it needs. */
    static Treatments treatments(ProfileFile profile) {
        return treatments(profile, Real.NONE);
    }

    static Treatments treatments(ProfileFile profile, Real real) {
        return Treatments.of(profile.treated(), System.getenv(), real);
    }

    /** Model and rows as a text that changes when they do. */
    static String asked(Job job) {
        OptionalLong rows = job.output().rows();
        return Fitting.asked(job.model()) + ", rows " + (rows.isPresent() ? rows.getAsLong() : "same");
    }

    /** As many rows as the input has: a held-out share is part of the input, a holdout table of its own is not. */
    static long same(Job job, ProfileFile profile) {
        return profile.train() + (job.holdout().table().isPresent() ? 0 : profile.holdout());
    }

    /** The waiting rows under the schema to publish. */
    Dataset<Row> waiting() {
        StructType plain = Frames.plainNames(inputs.schema());
        Dataset<Row> rows = inputs.spark().read().schema(plain).parquet(artifacts.sampleRows());
        return Frames.as(rows, inputs.schema());
    }

    /** The waiting rows and the files they lie in, if those can be published as they are. */
    Waiting toPublish() {
        return new Waiting(
                waiting(),
                Frames.hasPlainNames(inputs.schema())
                        ? Optional.of(Folder.of(inputs.spark(), artifacts.sampleRows()))
                        : Optional.empty());
    }
}
