package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are asked for come exactly as asked, and are otherwise as the model has them. */
class ConditionsTest {
    private static final int ROWS = 6_000;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Dataset<Row> claims;

    /** Frauds are few, their amounts higher, and most of them in the south. */
    @BeforeAll
    static void write() {
        claims = TestSpark.session()
                .sql("select if(fraud, 1, 0) as is_fraud, round(if(fraud, 800, 100) + 400 * rand(1), 2) as amount,"
                        + " if(rand(2) < if(fraud, 0.9, 0.2), 'south', 'north') as region"
                        + " from (select id % 25 = 3 as fraud from range(" + ROWS + "))")
                .cache();
        claims.write().parquet(input());
    }

    private static String input() {
        return shared.resolve("claims.parquet").toString();
    }

    private TestJob job(String output, String... lines) {
        return TestJob.of(
                folder,
                "path: " + input(),
                "gate: { preset: report-only }",
                "output: { path: out, mode: overwrite, " + output + " }",
                String.join("\n", lines));
    }

    /** The rows that wait for the gate. */
    private static Dataset<Row> sampled(TestJob job) {
        job.succeeds("profile", "fit", "sample");
        return job.waiting();
    }

    private static double share(Dataset<Row> rows, String where) {
        return (double) rows.filter(where).count() / rows.count();
    }

    @Test
    void sharesAreExactAndTheRestFollows() {
        TestJob job = job("conditions: [ { where: is_fraud = 1, share: 50 % } ]");
        job.succeeds("run");
        Dataset<Row> rows = job.published();

        assertThat(rows.count()).isEqualTo(ROWS);
        assertThat(rows.filter("is_fraud = 1").count()).isEqualTo(ROWS / 2);
        Dataset<Row> frauds = rows.filter("is_fraud = 1");
        Dataset<Row> others = rows.filter("is_fraud = 0");
        assertThat(share(frauds, "region = 'south'")).isCloseTo(0.9, within(0.05));
        assertThat(share(others, "region = 'south'")).isCloseTo(0.2, within(0.03));
        assertThat(share(frauds, "amount > 700"))
                .as("191 rows, shrunken towards all")
                .isGreaterThan(0.7);
        assertThat(share(others, "amount > 700")).isLessThan(0.05);
        assertThat(frauds.select("amount").distinct().count())
                .as("no copies of few rows")
                .isGreaterThan(2_000);
        assertThat(job.verdict().get("notes"))
                .anyMatch(note ->
                        note.asText().startsWith("Rows were asked for: 3,000 of 6,000 rows where is_fraud = 1."));
    }

    /** Of column names Spark does not tell upper from lower case; neither may conditions. */
    @Test
    void rebalancingIsSharesOfValues() {
        Dataset<Row> rows = sampled(job("rows: 1001, rebalance: { column: REGION, shares: { south: 0.25 } }"));
        assertThat(rows.filter("region = 'south'").count()).isEqualTo(250);
        assertThat(rows.count()).isEqualTo(1_001);
    }

    /** The ends of ranges lie within bins: every row must meet its condition all the same. */
    @Test
    void rangesAndCombinationsHoldForEveryRow() {
        Dataset<Row> rows =
                sampled(job("rows: 2000, conditions: [ { where: \"amount between 333.33 and 444.44 and region in"
                        + " ('south')\", rows: 700 }, { where: \"amount > 900.5\", share: 0.2 } ]"));
        assertThat(rows.filter("amount between 333.33 and 444.44 and region = 'south'")
                        .count())
                .isEqualTo(700);
        assertThat(rows.filter("amount > 900.5").count()).isEqualTo(400);
        assertThat(rows.count()).isEqualTo(2_000);
    }

    /** Most frauds are in the south: with half of the rows, and a third of them there, both must give way. */
    @Test
    void conditionsThatOneRowCanMeetTogetherAreMetByAsManyRowsAsEachAsksFor() {
        TestJob job = job(
                "rows: 6001, conditions: [ { where: is_fraud = 1, share: 0.5 }, { where: is_fraud = 0, share: 0.5 },"
                        + " { where: region = 'south', rows: 2000 }, { where: amount > 450.5, rows: 2750 } ]");
        job.succeeds("run");
        Dataset<Row> rows = job.published();
        assertThat(rows.count()).isEqualTo(6_001);
        assertThat(rows.filter("is_fraud = 1").count()).isEqualTo(3_001);
        assertThat(rows.filter("region = 'south'").count()).isEqualTo(2_000);
        assertThat(rows.filter("amount > 450.5").count()).isEqualTo(2_750);
        assertThat(share(rows.filter("is_fraud = 1"), "region = 'south'"))
                .as("the odds of the south by fraud, 36, stay as they are")
                .isBetween(0.5, 0.66);
        assertThat(share(rows.filter("amount > 450.5"), "is_fraud = 1")).isGreaterThan(0.9);
        assertThat(job.verdict().get("notes"))
                .anyMatch(note -> note.asText().contains("2,000 of 6,001 rows where region = 'south'"));
    }

    @Test
    void howManyPartitionsDrawThemDoesNotMatter() {
        String output =
                "rows: 3000, conditions: [ { where: is_fraud = 1, share: 0.3 }, { where: amount > 500, share: 0.2 } ]";
        var one = TestJob.rows(sampled(job(output)));
        TestSpark.inPartitionsOf(4096, () -> {
            assertThat(TestJob.rows(sampled(job(output)))).isEqualTo(one);
        });
    }

    @Test
    void aTableOfConditionsGetsOneRowForEachOfItsOwn() {
        String table = shared.resolve("asked.parquet").toString();
        TestSpark.session()
                .sql("select 1 as is_fraud, if(id < 50, 'north', 'south') as region from range(1000)")
                .write()
                .mode("overwrite")
                .parquet(table);
        Dataset<Row> rows = sampled(job("conditions: [ { table: " + table + " } ]"));
        assertThat(rows.count()).isEqualTo(1_000);
        assertThat(rows.filter("is_fraud = 1 and region = 'north'").count()).isEqualTo(50);
        assertThat(share(rows, "amount > 700")).isGreaterThan(0.7);
    }

    @Test
    void aTableOfConditionsMustBeOneOfTheInput() {
        refusedTable("select 'west' as region", "region = west, which no row of the input has");
        refusedTable("select 'yes' as is_fraud", "if it is CSV, set options: { header: true, inferSchema: true }");
        refusedTable("select 1 as is_fraud where 1 > 2", "has no rows, so that it asks for none");
        refusedTable("select 'south' as regoin", "the input has no column \"regoin\"; did you mean \"region\"?");
    }

    private void refusedTable(String sql, String message) {
        String table = shared.resolve("wrong.parquet").toString();
        TestSpark.session().sql(sql).write().mode("overwrite").parquet(table);
        TestJob.Ended ended = job("conditions: [ { table: " + table + " } ]").run("run", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).contains(message);
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void columnsToConditionOnLeadTheModelOfLaterSamples() {
        TestJob led = job("rows: 500", "model: { condition-on: [is_fraud] }");
        led.succeeds("profile", "fit");
        TestJob asked = job(
                "rows: 500, conditions: [ { where: is_fraud = 1, rows: 100 } ]", "model: { condition-on: [is_fraud] }");
        asked.succeeds("sample");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conditions: [ { where: is_fraud = 7, share: 0.5 } ]|output.conditions[1] (is_fraud = 7) is met by nothing that the"
                        + " model has seen",
                "conditions: [ { where: is_froud = 1, share: 0.5 } ]|output.conditions[1] (is_froud = 1): [UNRESOLVED_COLUMN",
                "conditions: [ { where: rand() < 0.5, share: 0.5 } ]|says the same of a row whenever it is asked",
                "conditions: [ { where: is_fraud in (0; 1), share: 0.5 } ]|output.conditions[1] (is_fraud in (0; 1)): [PARSE",
                "rows: 10, conditions: [ { where: is_fraud = 1, rows: 50 } ]|output.conditions[1] asks for 50 rows, but output.rows is 10",
                "conditions: [ { where: is_fraud in (0,1), share: 0.5 } ]|leave 3000 rows that are to meet none of them",
                "conditions: [ { where: is_fraud = 1, share: 0.7 }, { where: is_fraud = 0, share: 0.7 } ]|they must be at most 1",
                "conditions: [ { where: is_fraud = 1, rows: 9 }, { where: is_fraud = 1 and amount > 500, rows: 10 } ]|10 rows of"
                        + " output.conditions[2] (is_fraud = 1 and amount > 500) and 9 rows of output.conditions[1] (is_fraud = 1)"
                        + " cannot be met together: every row that meets the first meets the second too, of which fewer are",
                "augment: true, conditions: [ { where: is_fraud = 1, share: 0.5 }, { where: amount > 500, share: 0.4 } ]|output.augment"
                        + " needs conditions of which a row meets one at most",
                "augment: true, conditions: [ { where: is_fraud = 1, share: 0.7 }, { where: amount > 500, share: 0.4 } ]|asks for shares"
                        + " of 1.1 together",
                "conditions: [ { where: is_fraud = 1, rows: 9 }, { where: region > 5, rows: 9 } ]|output.conditions[2] (region > 5): it fails on"
                        + " values of the table (CAST_INVALID_INPUT); compare columns with values of their own type",
                "rebalance: { column: is_fraud, shares: { fraud: 0.5 } }|output.rebalance.shares.fraud (`is_fraud` = 'fraud'): it fails on values",
                "augment: true, rebalance: { column: is_fraud, shares: { fraud: 0.5 } }|output.conditions (`is_fraud` = 'fraud'): it fails on values",
                "conditions: [ { share: 0.7 } ]|output.conditions[1] needs where",
                "rebalance: { column: is_fraud }|output.rebalance must be { column: NAME, shares: { VALUE: SHARE } }"
            })
    void whatCannotBeIsRefusedInWords(String output, String message) {
        TestJob.Ended ended = job(output.replace("is_fraud in (0,1)", "\"is_fraud in (0,1)\"")
                        .replace("is_fraud in (0; 1)", "\"is_fraud in (0; 1)\"")
                        .replace("rand() < 0.5", "\"rand() < 0.5\""))
                .run("run", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).contains(message);
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    }
}
