package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are to be made up are looked at all the same: a table from elsewhere may hold the real values. */
class RepeatedValuesTest {
    private static final int ROWS = 2_000;

    @TempDir
    Path folder;

    private List<JsonNode> found(TestJob job) {
        List<JsonNode> found = new ArrayList<>();
        job.verdict().get("findings").forEach(found::add);
        return found.stream()
                .filter(finding -> finding.get("metric").asText().equals("real-values"))
                .toList();
    }

    /** The rows that a job drew, with the claims' own identifiers and e-mail addresses. */
    private Path leaking(TestJob job, Dataset<Row> claims) {
        job.published().drop("claim_id", "email").createOrReplaceTempView("drawn");
        claims.createOrReplaceTempView("real");
        String path = folder.resolve("leaking.parquet").toString();
        TestSpark.session()
                .sql(
                        "select " + String.join(", ", claims.columns())
                                + " from (select *, row_number() over (order by claim_amount) as n from drawn)"
                                + " join (select claim_id, email, row_number() over (order by claim_id) as n from real) using (n)")
                .write()
                .parquet(path);
        return Path.of(path);
    }

    @Test
    void realIdentifiersAmongMadeUpRowsAreRefused() {
        Dataset<Row> claims =
                InsuranceClaims.table(TestSpark.session(), ROWS, 1).cache();
        claims.write().parquet(folder.resolve("in.parquet").toString());
        TestJob job = TestJob.of(folder, "path: " + folder.resolve("in.parquet"), "gate: { preset: report-only }");
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(found(job))
                .hasSizeGreaterThan(2)
                .anySatisfy(finding -> {
                    assertThat(finding.get("subject").asText()).isEqualTo("claim_id");
                    assertThat(finding.get("baseline").asDouble())
                            .as("all are different")
                            .isLessThan(0.01);
                })
                .allSatisfy(finding -> assertThat(finding.get("low").asDouble())
                        .as(finding.toString())
                        .isLessThanOrEqualTo(finding.get("baseline").asDouble()));

        TestJob.Ended refused = job.run(
                "assess", "--synthetic", leaking(job, claims).toString(), "--set", "gate.preset=default", "--verbose");

        assertThat(refused.code()).as(refused.err()).isEqualTo(3);
        assertThat(job.verdict().get("breaches"))
                .anySatisfy(breach -> {
                    assertThat(breach.get("rule").asText()).isEqualTo("privacy.real-values");
                    assertThat(breach.get("subject").asText()).isEqualTo("claim_id");
                })
                .anySatisfy(breach -> assertThat(breach.get("subject").asText()).isEqualTo("email"));
    }
}
