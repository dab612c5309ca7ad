package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.jobs.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public tables with nothing but input and output set: whatever is decided, no rare value comes out. */
@Tag("slow")
class RealTablesTest {
    private static final Path TABLES = Path.of(System.getProperty("understudy.data", ""));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"titanic", "ames", "insurance_claims_1k", "airbnb_edinburgh", "fraud_oracle"})
    void noRareValueComesBack(String name) {
        Path input = TABLES.resolve(name).resolve("train.parquet");
        assumeTrue(Files.exists(input), "the public tables are not here");
        TestJob job = TestJob.of(folder, "path: " + input, "gate: { preset: report-only }");

        TestJob.Ended ended = job.run("run", "--verbose");

        assertThat(ended.code()).as(ended.err()).isZero();
        Dataset<Row> real = TestSpark.session().read().parquet(input.toString());
        assertThat(new RareValues(real, job.published(), job.path("out.understudy"), 10).found())
                .isEmpty();
    }
}
