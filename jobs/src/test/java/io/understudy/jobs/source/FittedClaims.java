package io.understudy.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.cli.Main;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table of every type, what a job learned of it, and the rows that the job drew. */
record FittedClaims(Path folder) {
    static final int ROWS = 3_000;
    static final long SEED = 5;
    private static final String KEY = "key";

    /** Runs the stages up to sampling, with whatever else the job file says. */
    static FittedClaims in(Path folder, String... lines) throws IOException {
        InsuranceClaims.table(TestSpark.session(), ROWS, 1)
                .write()
                .parquet(folder.resolve("claims.parquet").toString());
        Path job = folder.resolve("job.yaml");
        Files.writeString(job, """
                input: { path: claims.parquet }
                output: { path: out }
                seed: %d
                """.formatted(SEED) + String.join("\n", lines));
        for (String stage : List.of("profile", "fit", "sample")) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
            assertThat(Main.run(new String[] {stage, job.toString()}, stream, stream))
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        return new FittedClaims(folder);
    }

    String model() {
        return folder.resolve("out.understudy/work/model").toString();
    }

    /** The rows that the job drew, in their order. */
    Dataset<Row> drawnByTheJob() {
        return TestSpark.session()
                .read()
                .schema(drawn().schema())
                .parquet(folder.resolve("out.understudy/work/sample/rows").toString());
    }

    /** The same with a key: what real values to avoid is stored then, so that whoever draws draws the job's rows. */
    static FittedClaims sealed(Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve(KEY), "2a".repeat(32));
        return in(folder, "model: { key: { file: " + key + " } }");
    }

    String key() {
        return folder.resolve(KEY).toString();
    }

    /** The data source, with the key if there is one. */
    DataFrameReader source() {
        DataFrameReader reader = TestSpark.session().read().format("understudy");
        return Files.exists(folder.resolve(KEY)) ? reader.option("key-file", key()) : reader;
    }

    /** The same rows from the data source. */
    Dataset<Row> drawn() {
        return source().option("seed", SEED).load(model());
    }
}
