package io.understudy.jobs.stage;

import io.understudy.codec.RealValues;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Waiting;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.personal.Real;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.SourceRows;
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
        RealValues real = realValues(model.file());
        Drawing drawing =
                Drawing.of(model.file().model().model(), profile, new TableCodec.Making(job.seed(), real, rows));
        DrawnRows drawn = new DrawnRows(inputs);
        Dataset<Row> table =
                job.output().conditions().isEmpty() ? drawn.of(drawing) : drawn.asked(drawing, model.file());
        artifacts.clearSample();
        table.write().mode(SaveMode.Overwrite).parquet(artifacts.sampleRows());
        SampleFile sample = new SampleFile(
                SampleFile.FORMAT, inputs.basis(), asked(inputs), model.hash(), job.seed(), rows, met(profile, real));
        artifacts.write(sample);
        return sample;
    }

    private long rows(ProfileFile profile) {
        Output output = inputs.job().output();
        return output.conditions()
                .table()
                .map(table -> inputs.open(table).count())
                .orElseGet(() -> output.rows().orElseGet(profile::rows));
    }

    /** The values not to make up: of the model where it holds them, else gathered once more. */
    private RealValues realValues(ModelFile model) {
        return model.unguarded().isEmpty() ? model.realValues() : new Fitting(inputs).realValues(model.profile());
    }

    /** Looks through the waiting rows for values that could not but be real ones. */
    private List<SampleFile.Met> met(ProfileFile profile, RealValues real) {
        if (real.parts().isEmpty()) {
            return List.of();
        }
        List<ProfileFile.Entry> columns = profile.columns();
        List<Long> rows = SourceRows.of(waiting()).fold(new RealValues.Met(real, columns.size()));
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
    static String asked(Inputs inputs) {
        Output output = inputs.job().output();
        return Fitting.asked(inputs) + ", rows "
                + (output.rows().isPresent() ? output.rows().getAsLong() : "same")
                + (output.conditions().isEmpty() ? "" : ", " + output.conditions());
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
