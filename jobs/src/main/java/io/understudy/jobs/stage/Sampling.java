package io.understudy.jobs.stage;

import io.understudy.codec.RealValues;
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
        Dataset<Row> drawn = new DrawnRows(inputs).of(Drawing.of(model.file(), job.seed(), rows));
        artifacts.clearSample();
        drawn.write().mode(SaveMode.Overwrite).parquet(artifacts.sampleRows());
        SampleFile sample = new SampleFile(
                SampleFile.FORMAT, inputs.basis(), asked(job), model.hash(), job.seed(), rows, met(model.file()));
        artifacts.write(sample);
        return sample;
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
        return Treatments.of(profile.treated(), System.getenv(), Real.NONE);
    }

    /** Model and rows as a text that changes when they do. */
    static String asked(Job job) {
        OptionalLong rows = job.output().rows();
        return Fitting.asked(job.model()) + ", rows " + (rows.isPresent() ? rows.getAsLong() : "same");
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
