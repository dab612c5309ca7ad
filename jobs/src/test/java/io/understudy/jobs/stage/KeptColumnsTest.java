package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that are passed on as they are, and the others drawn given them. */
class KeptColumnsTest {
    private static final int ROWS = 3_000;
    private static final String KEEP = "columns: { region: { role: keep }, age: { role: keep } }";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path input;

    @BeforeAll
    static void writeOnce() {
        input = shared.resolve("in.parquet");
        TestSpark.session()
                .sql("select id, region, age, element_at(array('none', 'basic', 'full'),"
                        + " 1 + least(2, cast((region_no + 3 * rand(5)) / 3 as int))) as cover,"
                        + " round(1000 * (1 + region_no) + 20 * age + 300 * rand(6), 2) as income from (select id,"
                        + " cast(7 * pow(rand(1), 2) as int) as region_no, concat('R', cast(7 * pow(rand(1), 2) as int)) as region,"
                        + " if(rand(2) < 0.1, null, 20 + cast(50 * rand(3) as int)) as age from range(" + ROWS + "))")
                .write()
                .parquet(input.toString());
    }

    private static Dataset<Row> real() {
        return TestSpark.session().read().parquet(input.toString());
    }

    private TestJob published(Path table, String... lines) {
        List<String> all = new ArrayList<>(List.of(KEEP));
        all.addAll(List.of(lines));
        TestJob job = TestJob.of(folder, "path: " + table, all.toArray(String[]::new));
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("note: These columns are real: age, region. Every row belongs to one row of the input");
        return job;
    }

    /** Total variation distance of region and cover; 0 .. 1. */
    private static double distance(Dataset<Row> one, Dataset<Row> other, String... columns) {
        Map<String, Double> shares = new HashMap<>();
        count(one, shares, 1.0 / one.count(), columns);
        count(other, shares, -1.0 / other.count(), columns);
        return shares.values().stream().mapToDouble(Math::abs).sum() / 2;
    }

    private static void count(Dataset<Row> table, Map<String, Double> shares, double weight, String... columns) {
        for (Row row : table.selectExpr(columns).collectAsList()) {
            shares.merge(row.toString(), weight, Double::sum);
        }
    }

    /** Of tables without any dependence: what a model that forgets the given columns would score. */
    private static double independent(String given, String other) {
        Dataset<Row> shuffled = real().selectExpr(given, "row_number() over (order by rand(8)) as n")
                .join(real().selectExpr(other, "row_number() over (order by rand(9)) as n"), "n");
        String[] names = shuffled.drop("n").columns();
        return distance(real().selectExpr(given, other), shuffled, "`" + names[0] + "`", "`" + names[1] + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bayesian-network", "gaussian-copula"})
    void keptCellsAreTheInputsAndTheOthersFollowThem(String type) {
        Dataset<Row> synthetic =
                published(input, "model: { type: " + type + " }").published();

        assertThat(TestJob.rows(synthetic.select("region", "age")))
                .isEqualTo(TestJob.rows(real().select("region", "age")));
        assertThat(synthetic.schema()).isEqualTo(real().schema());
        assertThat(synthetic.select("id").distinct().count()).isEqualTo(ROWS);
        assertThat(synthetic.join(real(), "id").count()).isZero();
        double independent = independent("region", "cover");
        assertThat(independent).isGreaterThan(0.25);
        assertThat(distance(real(), synthetic, "region", "cover")).isLessThan(independent / 3);
        assertThat(distance(real(), synthetic, "region", "cast(income / 1000 as int)"))
                .isLessThan(0.5 * independent("region", "cast(income / 1000 as int)"));
        assertThat(synthetic
                        .join(real(), new String[] {"region", "age", "income"})
                        .count())
                .isLessThan(ROWS / 20);
    }

    @Test
    void partitionsOfTheInputDoNotMatter() {
        List<String> whole = TestJob.rows(published(input).published());
        Path scattered = shared.resolve("scattered.parquet");
        real().repartition(7).write().parquet(scattered.toString());

        TestJob again = TestJob.of(folder.resolve("."), "path: " + scattered, KEEP, "output: { path: again }");
        TestJob.Ended ended = again.run("run");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(TestJob.rows(TestSpark.session()
                        .read()
                        .format("delta")
                        .load(again.path("again").toString())))
                .hasSize(ROWS)
                .isEqualTo(whole);
    }

    @Test
    void withAHoldoutOfItsOwnOnlyTheInputsRowsArePassedOn() {
        TestJob job = published(input, "holdout: { path: " + input + " }");
        assertThat(job.published().count()).isEqualTo(ROWS);
    }

    @Test
    void theEvidenceSaysWhichColumnsAreReal() {
        JsonNode verdict = published(input).verdict();

        assertThat(verdict.get("notes").get(0).asText())
                .isEqualTo("These columns are real: age, region. Every row belongs to one row of the input and has its"
                        + " values there; only the other columns are synthetic. Distances and copies are measured over"
                        + " those others alone.");
        assertThat(verdict.get("findings"))
                .noneMatch(finding -> finding.get("subject").asText().equals("region"))
                .noneMatch(finding -> finding.get("subject").asText().equals("region × age"))
                .anyMatch(finding -> finding.get("subject").asText().equals("region × cover"));
    }

    @Test
    void rowsCannotBeAnotherNumber() {
        TestJob.Ended ended = TestJob.of(folder, "path: " + input, KEEP, "output: { path: out, rows: 10 }")
                .run("run");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lastLine())
                .isEqualTo(
                        "understudy: output.rows at line 3 cannot be a number because columns.age.role is keep, which"
                                + " passes on every real row once; write same");
    }

    @Test
    void somethingMustBeLeftToSynthesise() {
        TestJob.Ended ended = TestJob.of(
                        folder,
                        "path: " + input,
                        "columns: { id: { role: drop }, region: { role: keep }, age: { role: keep }, cover: { role: keep },"
                                + " income: { role: keep } }")
                .run("run");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lastLine())
                .isEqualTo(
                        "understudy: columns.*.role is keep for every column that is left (region, age, cover, income),"
                                + " so there is nothing to synthesise; leave it out for some");
    }

    @Test
    void aDeclaredIdentifierThatRepeatsIsRefused() {
        TestJob.Ended ended = TestJob.of(folder, "path: " + input, "columns: { region: { kind: identifier } }")
                .run("run");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.lastLine())
                .isEqualTo(
                        "understudy: columns.region.kind is identifier, but 7 of its values occur in more than one row;"
                                + " make it kind: category, or list it under holdout.key if it names an entity that has several rows");
    }
}
