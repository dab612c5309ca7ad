package io.understudy.bench;

import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Publisher;
import io.understudy.jobs.io.Publishers;
import io.understudy.jobs.io.Waiting;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.file.JobFile;
import io.understudy.jobs.quickstart.InsuranceClaims;
import io.understudy.jobs.stage.Pipeline;
import io.understudy.jobs.table.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A job on one table, taken apart into the stages that are timed. The assessment is left out, so its verdict is too: rows
 * go to the job's own publisher as the publish stage would hand them over.
 */
final class Bench {
    private static final String JOB = """
            version: 1
            input: { path: '%s', format: parquet }
            output: { path: synthetic, format: %s, rows: %s }
            gate: { preset: report-only }
            """;

    private final SparkSession spark;
    private final Path folder;
    private final String input;
    private final Job job;

    /**
     * A job that learns a Parquet table.
     *
     * @param folder where everything is written
     * @param format {@code delta} or {@code parquet}
     * @param rows   how many to draw, or {@code same}
     */
    Bench(SparkSession spark, Path folder, String input, String format, String rows) {
        this.spark = spark;
        this.folder = folder;
        this.input = input;
        this.job = JobFile.read(jobFile(folder, JOB.formatted(input, format, rows)), List.of(), Map.of());
    }

    private static Path jobFile(Path folder, String text) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("job.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One round of everything. */
    Round round() {
        Pipeline pipeline = new Pipeline(job, line -> {});
        Folder.of(spark, job.output().to()).delete();
        return new Round(
                Cost.of(this::copy),
                Cost.of(pipeline::profile),
                Cost.of(pipeline::fit),
                Cost.of(pipeline::sample),
                Cost.of(this::publish));
    }

    private void copy() {
        write(table(), folder.resolve("copy").toString());
    }

    /** Profile, fit and sample. */
    Bench draw() {
        Pipeline pipeline = new Pipeline(job, line -> {});
        pipeline.profile();
        pipeline.fit();
        pipeline.sample();
        return this;
    }

    /** Measures what was drawn, all checks that a job makes; nothing is refused. */
    Cost assess(Console console) {
        return Cost.of(() -> new Pipeline(job, console).assess(Optional.empty()));
    }

    /**
     * Makes a table of so many rows and says where it is.
     *
     * @param like  a table to learn and to draw from; without one rows are generated like the quickstart's
     * @param place a folder to make it in
     */
    static String made(SparkSession spark, Optional<String> like, long rows, Path place) {
        String path = place.resolve("table").toString();
        write(
                like.map(table -> new Bench(
                                        spark,
                                        place.resolve("like"),
                                        Path.of(table).toAbsolutePath().toString(),
                                        "parquet",
                                        Long.toString(rows))
                                .draw()
                                .synthetic())
                        .orElseGet(() -> InsuranceClaims.table(spark, rows, 1)),
                path);
        return path;
    }

    private void publish() {
        Publisher publisher = Publishers.of(spark, job.output(), "understudy bench", System.nanoTime());
        publisher.mend();
        publisher.publish(new Waiting(synthetic(), Optional.of(waiting())), Map.of());
    }

    /** The rows that wait for the gate, under the table's schema. */
    Dataset<Row> synthetic() {
        StructType schema = table().schema();
        Dataset<Row> waiting =
                spark.read().schema(Frames.plainNames(schema)).parquet(waiting().toString());
        return Frames.as(waiting, schema);
    }

    private Folder waiting() {
        return Folder.of(spark, job.work()).folder("sample").folder("rows");
    }

    private Dataset<Row> table() {
        return spark.read().parquet(input);
    }

    private static void write(Dataset<Row> table, String path) {
        table.write().mode(SaveMode.Overwrite).parquet(path);
    }
}
