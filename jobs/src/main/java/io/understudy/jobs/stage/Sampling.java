package io.understudy.jobs.stage;

import io.understudy.codec.Codec;
import io.understudy.codec.RealValues;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Waiting;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.personal.Real;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.SourceRows;
import io.understudy.model.Model;
import java.util.List;
import java.util.Optional;
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
        long rows = rows(profile);
        RealValues real = inputs.realValues(gathering(profile));
        Model fitted = model.file().model().model();
        Drawing drawing = new Drawing(inputs, profile, real);
        Dataset<Row> drawn =
                job.output().conditions().isEmpty() ? drawing.of(fitted, rows) : drawing.asked(fitted, rows);
        artifacts.clearSample();
        drawn.write().mode(SaveMode.Overwrite).parquet(artifacts.sampleRows());
        SampleFile sample = new SampleFile(
                SampleFile.FORMAT, inputs.basis(), asked(inputs), model.hash(), job.seed(), rows, met(profile, real));
        artifacts.write(sample);
        return sample;
    }

    private long rows(ProfileFile profile) {
        Output output = inputs.job().output();
        return output.conditions()
                .table()
                .map(inputs::conditionsTable)
                .map(Dataset::count)
                .orElseGet(() -> output.rows().orElseGet(() -> same(inputs.job(), profile)));
    }

    private RealValues.Gathering gathering(ProfileFile profile) {
        return gathering(inputs, profile);
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
    private List<SampleFile.Met> met(ProfileFile profile, RealValues real) {
        if (!gathering(profile).needed()) {
            return List.of();
        }
        List<ProfileFile.Entry> columns = profile.columns();
        List<Long> rows = SourceRows.of(waiting()).fold(new RealValues.Met(real, columns.size()));
        return IntStream.range(0, columns.size())
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
    static String asked(Inputs inputs) {
        Output output = inputs.job().output();
        return Fitting.asked(inputs) + ", rows "
                + (output.rows().isPresent() ? output.rows().getAsLong() : "same")
                + (output.conditions().isEmpty() ? "" : ", " + output.conditions());
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
