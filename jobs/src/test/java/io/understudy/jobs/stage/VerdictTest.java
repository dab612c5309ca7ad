package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real rows passed off as synthetic: those fitted to are refused, others are not. */
class VerdictTest {
    private static final int EACH = 1_500;

    @TempDir
    static Path tables;

    @TempDir
    Path folder;

    @BeforeAll
    static void cutOneTableInThree() {
        Dataset<Row> claims =
                InsuranceClaims.table(TestSpark.session(), 3 * EACH, 5).coalesce(1);
        String[] names = {"train", "holdout", "other"};
        for (int part = 0; part < names.length; part++) {
            claims.filter("pmod(xxhash64(claim_id), 3) = " + part)
                    .write()
                    .parquet(tables.resolve(names[part] + ".parquet").toString());
        }
    }

    private static String table(String name) {
        return tables.resolve(name + ".parquet").toString();
    }

    private TestJob job() {
        return TestJob.of(folder, "path: " + table("train"), "holdout: { path: " + table("holdout") + " }");
    }

    @Test
    void theTrainingTableIsRefusedAndNothingIsPublished() {
        TestJob.Ended ended = job().run("assess", "--synthetic", table("train"));

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.lastLine())
                .matches(
                        "understudy: refused: privacy\\.closer-to-train is (1\\.0000|0\\.9\\d{3}) even at the low end of its"
                                + " interval, where a harmless table scores 0\\.\\d{4}; at most 0\\.\\d{4} is allowed"
                                + " \\(and \\d+ more\\); .*");
        assertThat(job().verdict().get("verdict").asText()).isEqualTo("refused");
        assertThat(job().verdict().get("breaches").get(0).get("rule").asText()).isEqualTo("privacy.closer-to-train");
        assertThat(job().written()).noneMatch(file -> file.equals("out"));
    }

    @Test
    void theWholeInputIsRefusedThoughAFifthOfItWasHeldOut() {
        TestJob.Ended ended =
                TestJob.of(folder, "path: " + table("train")).run("assess", "--synthetic", table("train"));

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.lastLine()).startsWith("understudy: refused: privacy.");
    }

    @Test
    void aDisjointRealTableIsNotRefused() {
        TestJob.Ended ended = job().run("assess", "--synthetic", table("other"));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(job().verdict().get("verdict").asText()).isEqualTo("passed");
    }

    @Test
    void aRefusedRunPublishesNothingAndCannotBePublishedLater() {
        TestJob job = TestJob.of(
                folder, "path: " + table("train"), "gate: { rules: [ { finding: privacy.exact-copies, min: 0.5 } ] }");

        TestJob.Ended ended = job.run("run");
        TestJob.Ended later = job.run("publish");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(later.code()).isEqualTo(3);
        assertThat(later.lastLine())
                .isEqualTo(ended.lastLine())
                .isEqualTo("understudy: refused: privacy.exact-copies is 0.0000; at least 0.5000 is allowed;"
                        + " understudy explain " + folder.resolve("out.understudy") + " says why and what to change");
        assertThat(job.written()).noneMatch(file -> file.equals("out"));
    }

    @Test
    void aTableOfAnotherSchemaIsAnInputError() {
        String other = tables.resolve("another.parquet").toString();
        TestSpark.session().range(100).write().mode("overwrite").parquet(other);

        TestJob.Ended ended = job().run("assess", "--synthetic", other);

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.lastLine())
                .contains("the columns of " + other + " are not those of the input: \"claim_id\" is missing");
    }
}
