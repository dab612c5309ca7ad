package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a table of every type, from the command line to the published table. */
class WholeJobTest {
    private static final int ROWS = 3_000;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String claims;
    private static TestJob whole;
    private static TestJob.Ended ended;

    @BeforeAll
    static void publishOnce() {
        claims = shared.resolve("claims").toString();
        InsuranceClaims.table(TestSpark.session(), ROWS, 1)
                .write()
                .format("delta")
                .save(claims);
        whole = TestJob.of(shared, "path: " + claims, "holdout: { key: [customer_id] }");
        ended = whole.run("run");
    }

    private static StructType schemaOfTheInput() {
        return TestSpark.session().read().format("delta").load(claims).schema();
    }

    private TestJob job(String... lines) {
        List<String> all = new ArrayList<>(List.of("holdout: { key: [customer_id] }"));
        all.addAll(List.of(lines));
        return TestJob.of(folder, "path: " + claims, all.toArray(String[]::new));
    }

    @Test
    void publishesAsManyRowsUnderTheSameSchema() {
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(whole.published().count()).isEqualTo(ROWS);
        assertThat(whole.published().schema()).isEqualTo(schemaOfTheInput());
        assertThat(whole.published().schema().apply("is_fraud").getComment().get())
                .isEqualTo("Was the claim found to be fraudulent");
    }

    @Test
    void saysWhatItDidAndWhereEverythingIs() {
        assertThat(ended.err())
                .containsSubsequence(
                        "profile ", "fit ", "sample ", "assess ", "publish ", "table    " + shared + "/out")
                .contains("verdict  published, " + shared + "/out.understudy/verdict.json");
    }

    @Test
    void theVerdictHoldsTheEvidenceAndTheProvenance() {
        JsonNode verdict = whole.verdict();

        assertThat(verdict.get("verdict").asText()).isEqualTo("published");
        assertThat(verdict.get("rows").asLong()).isEqualTo(ROWS);
        assertThat(verdict.get("breaches")).isEmpty();
        assertThat(names(verdict.get("stages"))).containsExactly("profile", "fit", "sample", "assess", "publish");
        assertThat(names(verdict.get("provenance")))
                .contains("understudy", "spark", "input", "input-version", "configuration", "seed", "model");
        assertThat(verdict.get("provenance").get("input-version").asText()).isEqualTo("delta version 0");
        assertThat(verdict.get("findings"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(names(finding))
                        .containsExactly("check", "metric", "subject", "value", "low", "high", "baseline"));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theReportDrawsWhatTheAssessmentKept() throws IOException {
        String page = Files.readString(whole.path("out.understudy/report.html"));

        assertThat(page)
                .contains("Histogram of claim_amount", "Bars of region", "Shares of rows by ", "Curves over distance")
                .contains("What depends on what");
        assertThat(Files.readString(whole.path("out.understudy/certificate.md")))
                .startsWith("# out\n")
                .contains(Artifacts.hash(Files.readAllBytes(whole.path("out.understudy/verdict.json"))));
    }

    @Test
    void theTableIsOneCommitThatNamesItsProvenance() {
        List<Row> history = TestSpark.session()
                .sql("describe history delta.`" + whole.path("out") + "`")
                .select("version", "userMetadata")
                .collectAsList();

        assertThat(history).hasSize(1);
        assertThat(history.get(0).getString(1))
                .contains("\"configuration\":\""
                        + whole.verdict().get("provenance").get("configuration").asText());
    }

    @Test
    void noTrainingRowIsAmongTheSyntheticOnes() {
        String[] all = whole.published().columns();
        assertThat(whole.published()
                        .join(TestSpark.session().read().format("delta").load(claims), all)
                        .count())
                .isZero();
    }

    @Test
    void stagesOnTheirOwnGiveTheSameTable() {
        TestJob stages = job();
        for (String stage : List.of("profile", "fit", "sample", "assess", "publish")) {
            TestJob.Ended stageEnded = stages.run(stage);
            assertThat(stageEnded.code()).as(stageEnded.err()).isZero();
        }

        assertThat(TestJob.rows(stages.published())).hasSize(ROWS).isEqualTo(TestJob.rows(whole.published()));
        assertThat(stages.verdict().get("provenance").get("model"))
                .isEqualTo(whole.verdict().get("provenance").get("model"));
    }

    @Test
    void howTheInputIsPartitionedDoesNotMatter() {
        TestSpark.session()
                .read()
                .format("delta")
                .load(claims)
                .repartition(7)
                .write()
                .parquet(folder.resolve("scattered.parquet").toString());
        TestJob scattered = TestJob.of(folder, "path: scattered.parquet", "holdout: { key: [customer_id] }");

        TestJob.Ended scatteredEnded = scattered.run("run");

        assertThat(scatteredEnded.code()).as(scatteredEnded.err()).isZero();
        assertThat(TestJob.rows(scattered.published())).isEqualTo(TestJob.rows(whole.published()));
    }

    @Test
    void parquetHoldsTheSameRowsAsDeltaWould() {
        TestJob parquet = job("output: { path: out, format: parquet }");

        TestJob.Ended parquetEnded = parquet.run("run");

        assertThat(parquetEnded.code()).as(parquetEnded.err()).isZero();
        var published = TestSpark.session().read().parquet(parquet.path("out").toString());
        assertThat(TestJob.rows(published)).isEqualTo(TestJob.rows(whole.published()));
        assertThat(published.schema().asNullable())
                .isEqualTo(InsuranceClaims.schema().asNullable());
        assertThat(parquet.written()).noneMatch(file -> file.contains("publishing"));
    }

    @Test
    void anotherSeedGivesOtherRowsAndAsManyAsAreAskedFor() {
        TestJob other = job("seed: 2", "output: { path: out, rows: 4321 }");

        TestJob.Ended otherEnded = other.run("run");

        assertThat(otherEnded.code()).as(otherEnded.err()).isZero();
        List<String> rows = TestJob.rows(other.published());
        assertThat(rows).hasSize(4_321).doesNotContainAnyElementsOf(TestJob.rows(whole.published()));
    }

    @Test
    void theGaussianCopulaPublishesAsWell() {
        TestJob copula = job("model: { type: gaussian-copula }");

        TestJob.Ended copulaEnded = copula.run("run");

        assertThat(copulaEnded.code()).as(copulaEnded.err()).isZero();
        assertThat(copula.published().schema()).isEqualTo(schemaOfTheInput());
        assertThat(copula.published().count()).isEqualTo(ROWS);
    }

    @Test
    void aDryRunPrintsThePlanAndWritesNothing() {
        TestJob.Ended dry = job().run("run", "--dry-run");

        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("30 columns (claim_id, ", "delta version 0", "rows with seed 0", "mode error");
        assertThat(job().written()).isEmpty();
    }
}
