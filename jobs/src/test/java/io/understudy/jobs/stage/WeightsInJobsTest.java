package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that stand for several are learned as often, and are one person all the same. */
class WeightsInJobsTest {
    private static final int ROWS = 12_000;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /**
     * Every tenth row is of the south and stands for about nine times as many as one of the north, where less is smoked. Five
     * rows of the south are of a small place and weigh most.
     */
    @BeforeAll
    static void write() {
        survey().write().parquet(shared.resolve("survey.parquet").toString());
    }

    private static Dataset<Row> survey() {
        return TestSpark.session()
                .sql("select region, case when id in (10, 20, 30, 40, 50) then 'Littlecombe'"
                        + " else element_at(array('Alton', 'Burford', 'Corsham'), 1 + cast(rand(6) * 3 as int)) end as place,"
                        + " if(rand(1) < if(region = 'south', 0.6, 0.2), 'yes', 'no') as smokes,"
                        + " cast(if(region = 'south', 50, 30) + 20 * rand(2) as int) as age,"
                        + " if(id in (10, 20, 30, 40, 50), 16, if(region = 'south', 9, 1) * (0.5 + rand(4))) as w,"
                        + " uuid() as receipt, id % 2 as half from (select id, if(id % 10 = 0, 'south', 'north') as region"
                        + " from range(0, " + ROWS + ", 1, 4))");
    }

    private static Dataset<Row> read() {
        return TestSpark.session()
                .read()
                .parquet(shared.resolve("survey.parquet").toString());
    }

    private TestJob job(String... lines) {
        return job(folder, "path: " + shared.resolve("survey.parquet") + ", weight: w", lines);
    }

    private static TestJob job(Path folder, String input, String... lines) {
        String[] all = new String[lines.length + 2];
        all[0] = "gate: { preset: report-only }";
        all[1] = "output: { path: out, rows: 40000 }";
        System.arraycopy(lines, 0, all, 2, lines.length);
        return TestJob.of(folder, input, all);
    }

    private static Row figures(Dataset<Row> rows, String weight) {
        String of = "sum(if(%s, " + weight + ", 0)) / sum(" + weight + ")";
        return rows.selectExpr(
                        of.formatted("region = 'south'"),
                        of.formatted("smokes = 'yes'"),
                        of.formatted("region = 'south' and smokes = 'yes'"),
                        "sum(age * " + weight + ") / sum(" + weight + ") / 100")
                .head();
    }

    private static void alike(Row ours, Row theirs, double tolerance) {
        for (int i = 0; i < theirs.length(); i++) {
            assertThat(((Number) ours.get(i)).doubleValue())
                    .as("figure %d of %s and %s", i, ours, theirs)
                    .isCloseTo(((Number) theirs.get(i)).doubleValue(), within(tolerance));
        }
    }

    /** The rows are worth 4,000 of equal weight, so that a share is off by 0.8 % (one sigma) at most; seeds are fixed. */
    @Test
    void marginalsAreThoseOfThePopulation() {
        TestJob job = job();
        job.succeeds("profile", "fit", "sample");
        Dataset<Row> rows = job.waiting();
        Row population = figures(read(), "w");
        assertThat(population.getDouble(0)).as("of a tenth of the rows").isBetween(0.45, 0.55);
        alike(figures(rows, "1D"), population, 0.02);
        assertThat(rows.columns()).containsExactly("region", "place", "smokes", "age", "receipt", "half");
        assertThat(rows.filter("place = 'Littlecombe'").count())
                .as("five persons, though they weigh more than fifty others")
                .isZero();
        assertThat(rows.select("receipt").distinct().count())
                .as("receipts are still each row's own")
                .isEqualTo(40_000);
    }

    @Test
    void equalWeightsAreNone() {
        String query = "query: \"SELECT * EXCEPT (w), 7 AS w FROM parquet.`" + shared.resolve("survey.parquet") + "`\"";
        TestJob weighted = job(folder, query + ", weight: w", "columns: { receipt: { role: drop } }");
        weighted.succeeds("profile", "fit", "sample");
        Dataset<Row> rows = weighted.waiting();
        assertThat(rows.count()).isEqualTo(40_000);
        alike(figures(rows, "1D"), figures(read(), "1D"), 0.015);
    }

    @Test
    void neitherPartitionsNorOrderMatter() {
        Path other = folder.resolve("other.parquet");
        read().orderBy("age", "w").repartition(7).write().parquet(other.toString());
        TestJob one = job();
        TestJob two = job(folder.resolve("two"), "path: " + other + ", weight: w");
        assertThat(two.folder().toFile().mkdirs()).isTrue();
        one.succeeds("profile", "fit", "sample");
        two.succeeds("profile", "fit", "sample");
        assertThat(TestJob.rows(two.waiting())).isEqualTo(TestJob.rows(one.waiting()));
    }

    /** Likeness is to the population, attacks are on persons, and a reader is told. */
    @Test
    void aWholeJobIsJudgedByThePopulation() {
        TestJob job = job("sensitive: { columns: [smokes], quasi-identifiers: [region, age], target: smokes }");
        assertThat(job.run("run", "--dry-run").out()).contains("weight   w: every row is learned as often");
        job.succeeds("run");
        assertThat(job.published().count()).isEqualTo(40_000);
        assertThat(largest(job, "quality.shape-error")).isLessThan(0.02);
        assertThat(largest(job, "quality.c2st-auc")).isBetween(0.45, 0.55);
        assertThat(largest(job, "privacy.membership-auc")).isBetween(0.45, 0.55);
        assertThat(largest(job, "privacy.singling-out")).isLessThan(0.2);
        assertThat(job.verdict().get("provenance").get("weight").asText()).isEqualTo("w");
        assertThat(job.verdict().get("notes").toString())
                .contains("Real rows have weights (w): each was learned as often as it stands for rows")
                .contains("no 9 real rows have as many");
    }

    private static double largest(TestJob job, String name) {
        double largest = Double.NEGATIVE_INFINITY;
        for (JsonNode finding : job.verdict().get("findings")) {
            String full =
                    finding.get("check").asText() + "." + finding.get("metric").asText();
            largest = full.equals(name) ? Math.max(largest, finding.get("value").asDouble()) : largest;
        }
        return largest;
    }

    @Test
    void aHoldoutOfItsOwnHasWeightsToo() {
        Path held = folder.resolve("held.parquet");
        Path rest = folder.resolve("rest.parquet");
        read().filter("half = 0 and rand(9) < 0.4").write().parquet(held.toString());
        read().write().parquet(rest.toString());
        String input = "path: " + rest + ", weight: w";
        job(folder, input, "holdout: { path: " + held + " }").succeeds("profile", "fit");
        Path without = folder.resolve("without.parquet");
        read().drop("w").write().parquet(without.toString());
        TestJob.Ended ended =
                job(folder, input, "holdout: { path: " + without + " }").run("profile");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.lastLine()).contains("are not those of the input: \"w\" is missing");
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        String rows = "id % 3 AS a, id % 2 AS b FROM range(2000)";
        refused(4, "if(id < 7, NULL, 1D) AS w, " + rows, "by the column \"w\", 7 without a weight; give every row");
        refused(4, "if(id < 7, double('nan'), 1D) AS w, " + rows, "7 with one that is infinite or not a number");
        refused(4, "if(id < 7, -1D, if(id < 9, NULL, 1D)) AS w, " + rows, "2 without a weight, 7 with one below 0");
        refused(4, "0 AS w, " + rows, "has a weight above 0 in the column \"w\"");
        refused(2, "'1' AS w, " + rows, "input.weight: the column \"w\" is string and not a number; cast it");
        refused(2, "1 AS wt, " + rows, "input.weight: the input has no column \"w\"; did you mean \"wt\"?");
        refused(4, "if(id < 5, 1e6, 1) AS w, " + rows, "(input.weight: w), each of them counting as often");
    }

    private void refused(int code, String query, String message) {
        TestJob job = job(folder, "query: \"SELECT " + query + "\", weight: w");
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).contains(message);
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(job.written()).noneMatch(file -> file.endsWith("out") || file.contains("model"));
    }

    @Test
    void aColumnOfWeightsIsNothingElse() {
        for (String other : List.of(
                "holdout: { key: [w] }",
                "columns: { w: { role: drop } }",
                "sensitive: { columns: [w] }",
                "sensitive: { quasi-identifiers: [w] }",
                "sensitive: { target: w }",
                "model: { condition-on: [w] }",
                "model: { segment: w }")) {
            conflict(other, "uses up the column \"w\", which will not be in the synthetic table, but ");
        }
        conflict("columns: { region: { role: keep } }", "but columns.region.role is keep");
        conflict(
                "output: { path: out, rebalance: { column: smokes, shares: { yes: 0.5 } }, augment: true }",
                "but output.augment");
        conflict("output: { path: out, impute: true }\ngate: { preset: report-only }", "but output.impute");
        conflict("outliers: drop", "next to which no row is an outlier");
    }

    private void conflict(String line, String message) {
        TestJob job = TestJob.of(folder, "path: " + shared.resolve("survey.parquet") + ", weight: w", line);
        TestJob.Ended ended = job.run("run", "--dry-run");
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.lastLine()).contains("input.weight at line 1 ").contains(message);
    }

    @Test
    void rowsOfEntitiesHaveTheirCopiesTogether() {
        TestJob job = job("holdout: { key: [region] }");
        TestJob.Ended ended = job.run("profile");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.lastLine()).contains("entities (by holdout.key: region) for certain");
    }

    /** Three rows a household, of one weight or another. */
    @Test
    void householdsAreJudgedWithAllTheirCopies() {
        String query = "query: \"SELECT * EXCEPT (receipt), hash(receipt) % 2000 AS household FROM parquet.`"
                + shared.resolve("survey.parquet") + "`\"";
        TestJob job = job(folder, query + ", weight: w", "holdout: { key: [household] }");
        job.succeeds("run");
        alike(figures(job.published(), "1D"), figures(read(), "w"), 0.025);
        assertThat(job.verdict().get("notes").toString())
                .contains("no 9 entities have as many")
                .contains("Real rows have weights (w)");
        assertThat(largest(job, "privacy.membership-auc")).isBetween(0.4, 0.6);
    }
}
