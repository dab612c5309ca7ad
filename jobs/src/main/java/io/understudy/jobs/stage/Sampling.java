package io.understudy.jobs.stage;

import io.understudy.codec.TableCodec;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Waiting;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.personal.Real;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.SyntheticRows;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructType;

/** Draws the synthetic rows and lets them wait for the gate. */
record Sampling(Inputs inputs, Artifacts artifacts) {

    SampleFile sample(Artifacts.Known model) {
        Job job = inputs.job();
        ProfileFile profile = model.file().profile();
        long rows = job.output().rows().orElseGet(() -> same(job, profile));
        TableCodec codec = profile.codec();
        StructType schema = Frames.plainNames(inputs.schema());
        SyntheticRows.Recipe recipe = new SyntheticRows.Recipe(
                model.file().model().model(), decoding(codec, treatments(profile)), job.seed());
        Dataset<Row> drawn = new SyntheticRows(codec.columns(), schema).draw(inputs.spark(), recipe, rows);
        artifacts.clearSample();
        drawn.write().mode(SaveMode.Overwrite).parquet(artifacts.sampleRows());
        SampleFile sample =
                new SampleFile(SampleFile.FORMAT, inputs.basis(), asked(job), model.hash(), job.seed(), rows);
        artifacts.write(sample);
        return sample;
    }

    private static SyntheticRows.Decoding decoding(TableCodec codec, Treatments treatments) {
        return treatments.isEmpty()
                ? codec::decode
                : (block, seed) -> treatments.synthetic(codec.decode(block, seed), block.firstRow(), seed);
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

    /** As many rows as the input has: a held-out share is part of the input, a holdout table of its own is not. */
    private static long same(Job job, ProfileFile profile) {
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
