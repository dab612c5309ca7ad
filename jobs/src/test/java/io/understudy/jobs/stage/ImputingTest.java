package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Missing cells of real rows, made up given the rest of the row; the oracle is the table before holes were made in it. */
class ImputingTest {
    private static final int ROWS = 16_000;
    private static final String REPORT = "gate: { preset: report-only }";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Dataset<Row> truth;

    /** The tariff follows from the city, for the most part, and the amount from both; a sixth of tariffs and a tenth of amounts are gone. */
    @BeforeAll
    static void write() {
        truth = TestSpark.session()
                .sql(
                        "select id, concat('C', city) as city, element_at(array('a', 'b', 'c', 'd'), 1 + tariff) as tariff,"
                                + " round(100 * city + 70 * tariff + 90 * rand(4), 1) as amount, rand(5) < 0.16 as no_tariff,"
                                + " rand(6) < 0.1 as no_amount from (select *, cast((city + 3 * rand(3)) % 4 as int) as tariff"
                                + " from (select id, cast(6 * pow(rand(1), 1.5) as int) as city from range(" + ROWS
                                + ")))")
                .localCheckpoint();
        truth.selectExpr("id", "city", "if(no_tariff, null, tariff) as tariff", "if(no_amount, null, amount) as amount")
                .write()
                .parquet(input());
    }

    private static String input() {
        return shared.resolve("holes.parquet").toString();
    }

    private TestJob job(String output, String... lines) {
        return TestJob.of(
                folder,
                "path: " + input(),
                "columns: { id: { kind: identifier } }",
                "output: { path: out, mode: overwrite, " + output + " }",
                String.join("\n", lines));
    }

    /** Total variation distance of two columns. */
    private static double distance(Dataset<Row> one, Dataset<Row> other, String... cells) {
        Map<String, Double> shares = new HashMap<>();
        count(one, shares, 1.0 / one.count(), cells);
        count(other, shares, -1.0 / other.count(), cells);
        return shares.values().stream().mapToDouble(Math::abs).sum() / 2;
    }

    private static void count(Dataset<Row> table, Map<String, Double> shares, double weight, String... cells) {
        table.selectExpr(cells).collectAsList().forEach(row -> shares.merge(row.toString(), weight, Double::sum));
    }

    @Test
    void onlyWhatWasMissingIsMadeUpAndNothingIsMissingAfterwards() {
        TestJob job = job("impute: true", REPORT);
        TestJob.Ended ended = job.succeeds("run");
        Dataset<Row> filled = job.published();
        Dataset<Row> given = TestSpark.session().read().parquet(input());

        assertThat(filled.count()).isEqualTo(ROWS);
        assertThat(filled.filter("tariff is null or amount is null").count()).isZero();
        for (String column : List.of("city", "tariff", "amount")) {
            assertThat(given.filter(column + " is not null")
                            .select("id", column)
                            .exceptAll(filled.select("id", column))
                            .count())
                    .as(column)
                    .isZero();
        }
        long tariffs = given.filter("tariff is null").count();
        assertThat(job.verdict().get("real").asLong()).isEqualTo(ROWS);
        assertThat(job.verdict().get("rows").asLong()).isZero();
        assertThat(job.verdict().get("notes").get(0).asText())
                .startsWith("This table holds 16,000 real rows, all those of the input, and may not leave")
                .contains(String.format("tariff %,d cells", tariffs));
        assertThat(ended.err())
                .contains("note: This table holds 16,000 real rows")
                .contains("(16,000 rows)");
        assertThat(job.verdict().get("findings"))
                .as("how well held-out cells are drawn is measured")
                .anyMatch(finding -> finding.get("metric").asText().equals("trend-error"))
                .noneMatch(finding -> finding.get("check").asText().equals("privacy")
                        && finding.get("metric").asText().equals("closer-to-train"));
    }

    @Test
    void whatIsMadeUpGoesWithTheRestOfTheRowAsTheTruthDoes() {
        TestJob job = job("impute: true", REPORT);
        job.succeeds("run");
        Dataset<Row> filled = job.published()
                .join(truth.select("id", "no_tariff", "no_amount"), "id")
                .localCheckpoint();
        String bin = "floor(amount / 60) as bin";

        near(filled, "no_tariff", "city", "tariff");
        near(filled, "no_tariff and not no_amount", "tariff", bin);
        near(filled, "no_amount and not no_tariff", "tariff", bin);
        near(filled, "no_amount and no_tariff", "tariff", bin);
        near(filled, "no_amount", "city", bin);
    }

    /** As near to the truth as as many other real rows are, or nearly. */
    private static void near(Dataset<Row> filled, String where, String... cells) {
        Dataset<Row> real = truth.filter(where);
        Dataset<Row> others = truth.filter("not (no_tariff or no_amount)").limit((int) real.count());
        double fresh = distance(others, real, cells);
        double imputed = distance(filled.filter(where), real, cells);
        assertThat(imputed)
                .as("%s of %,d rows where %s; other real rows: %.3f", List.of(cells), real.count(), where, fresh)
                .isLessThan(1.2 * fresh + 0.01);
    }

    @Test
    void whatIsNotAskedForStaysMissing() {
        TestJob job = job("impute: [tariff]", REPORT);
        job.succeeds("run");
        assertThat(job.published().filter("tariff is null").count()).isZero();
        assertThat(job.published().filter("amount is null").count()).isPositive();
    }

    /** The same rows in other files, so that every row has other neighbours in its block, of which other cells are missing. */
    @Test
    void howRowsLieInFilesDoesNotMatter() {
        TestJob job = job("impute: true", REPORT);
        job.succeeds("run");
        List<String> rows = TestJob.rows(job.published());
        String other = shared.resolve("shuffled.parquet").toString();
        TestSpark.session().read().parquet(input()).repartition(7).write().parquet(other);
        TestJob shuffled = new TestJob(folder, job.yaml().replace(input(), other));
        shuffled.succeeds("run");
        assertThat(TestJob.rows(shuffled.published())).isEqualTo(rows);
    }

    /** What is missing in held-out rows as well is neither filled nor held against what is. */
    @Test
    void hiddenCellsAreDrawnAsTheyAre() {
        TestJob job = job("impute: true", REPORT);
        job.succeeds("run");
        assertThat(job.verdict().get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("metric").asText()).isEqualTo("column-shape");
            assertThat(finding.get("subject").asText()).isEqualTo("tariff");
            assertThat(finding.get("value").asDouble()).isLessThan(0.05);
        });
        assertThat(job.verdict().get("provenance").get("real-rows").asLong()).isEqualTo(ROWS);
        assertThat(job.path("out.understudy/work/sample")).as("real rows").doesNotExist();
    }

    @Test
    void realRowsAreNotPutAmongOthers() {
        TestJob job = job("impute: true", REPORT);
        TestJob appended = new TestJob(folder, job.yaml().replace("mode: overwrite", "mode: append"));
        TestJob.Ended ended = appended.run("run");
        assertThat(ended.lastLine())
                .contains("output.mode would put them among the rows of a table that is there already");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(job.run("run", "--dry-run").out())
                .contains("all real rows of the input, with what is missing in any column drawn with seed 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "impute: [tarif]|gate: { preset: report-only }|output.impute: the input has no column \"tarif\"; did you mean \"tariff\"?",
                "impute: [id]|gate: { preset: report-only }|output.impute: what is missing in the column id cannot be drawn",
                "impute: [city]|gate: { preset: report-only }|output.impute has nothing to fill: no cell is missing in city",
                "impute: true|gate: { preset: default }|set gate.preset: report-only",
                "impute: maybe|gate: { preset: report-only }|output.impute must be true, false or a list of columns",
                "impute: true, rows: 10|gate: { preset: report-only }|output.impute publishes every real row once; write same",
                "impute: true|gate: { preset: report-only };model: { type: gaussian-copula }|needs model.type: bayesian-network"
            })
    void whatCannotBeIsRefusedInWords(String output, String lines, String message) {
        TestJob.Ended ended = job(output, lines.split(";")).run("run", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).contains(message);
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    }
}
