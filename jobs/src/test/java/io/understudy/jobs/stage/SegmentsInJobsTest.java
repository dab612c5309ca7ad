package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column may part the rows that models are learned from. */
class SegmentsInJobsTest {
    private static final int ROWS = 12_000;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** What is bought goes with age one way in the north and the other way in the south. */
    @BeforeAll
    static void write() {
        TestSpark.session()
                .sql("select region, age, round(if(region = 'north', age, 100 - age) * 3 + 20 * rand(3), 1) as spent,"
                        + " uuid() as receipt from (select if(id % 2 = 0, 'north', 'south') as region,"
                        + " cast(20 + 60 * rand(1) as int) as age from range(0, " + ROWS + ", 1, 3))")
                .write()
                .parquet(input());
    }

    private static String input() {
        return shared.resolve("sales.parquet").toString();
    }

    private TestJob job(String model) {
        return TestJob.of(folder, "path: " + input(), "gate: { preset: report-only }", "model: { " + model + " }");
    }

    @Test
    void everySegmentKeepsItsOwnDependence() {
        TestJob job = job("segment: region");
        job.succeeds("profile", "fit", "sample");
        Dataset<Row> rows = job.waiting();
        assertThat(rows.filter("region = 'north'").stat().corr("age", "spent")).isGreaterThan(0.95);
        assertThat(rows.filter("region = 'south'").stat().corr("age", "spent")).isLessThan(-0.95);
    }

    @Test
    void aSegmentMustBeAColumnOfFrequentValues() {
        refused("segment: regoin", "model.segment: the input has no column \"regoin\"; did you mean \"region\"?");
        refused("segment: age, closeness: 0", "model.segment: no value of \"age\" has 5600 rows");
        refused("segment: region, type: gaussian-copula", "model.segment at line 3 needs model.type bayesian-network");
    }

    private void refused(String model, String message) {
        TestJob.Ended ended = job(model).run("run");
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.lastLine()).contains(message);
        assertThat(job(model).written()).noneMatch(file -> file.endsWith("out") || file.contains("model"));
    }
}
