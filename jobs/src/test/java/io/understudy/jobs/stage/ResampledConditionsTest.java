package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows asked of a model that was fitted without knowing what would be asked of it. */
class ResampledConditionsTest {
    private static final int ROWS = 8_000;
    private static final String LED = "model: { condition-on: [branch] }";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** A twentieth is fraud, of higher amounts and mostly in the south. */
    @BeforeAll
    static void write() {
        TestSpark.session()
                .sql("select if(fraud, 1, 0) as is_fraud, round(if(fraud, 800, 100) + 400 * rand(1), 2) as amount,"
                        + " if(rand(2) < if(fraud, 0.9, 0.2), 'south', 'north') as region,"
                        + " cast(rand(3) * 5 as int) as branch"
                        + " from (select id % 20 = 3 as fraud from range(" + ROWS + "))")
                .write()
                .parquet(input());
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

    /** A model that is led by the branch, which has nothing to do with anything. */
    private void fitted(String... lines) {
        TestJob plain = job("rows: 100", lines.length == 0 ? new String[] {LED} : lines);
        plain.succeeds("profile", "fit");
    }

    private static double share(Dataset<Row> rows, String where) {
        return (double) rows.filter(where).count() / rows.count();
    }

    @Test
    void sharesAreExactTheRestFollowsAndTheVerdictTellsWhatCandidatesWereWorth() {
        fitted();
        TestJob plain = job("rows: 100000", LED);
        plain.succeeds("sample");
        Dataset<Row> unasked = plain.waiting();
        TestJob asked = job("rows: 4000, conditions: [ { where: is_fraud = 1, share: 0.5 } ]");
        asked.succeeds("sample", "assess");
        Dataset<Row> rows = asked.waiting();

        assertThat(rows.filter("is_fraud = 1").count()).isEqualTo(2_000);
        Dataset<Row> frauds = rows.filter("is_fraud = 1");
        Dataset<Row> others = rows.filter("is_fraud = 0");
        for (String what : List.of("region = 'south'", "amount > 700", "amount > 700 and region = 'south'")) {
            assertThat(share(frauds, what))
                    .as(what)
                    .isCloseTo(share(unasked.filter("is_fraud = 1"), what), within(0.03));
            assertThat(share(others, what))
                    .as(what)
                    .isCloseTo(share(unasked.filter("is_fraud = 0"), what), within(0.03));
        }
        assertThat(asked.verdict().get("notes"))
                .anyMatch(note -> note.asText()
                        .startsWith(
                                "The model was not fitted to be led by what was asked about, so every row is one of 64"
                                        + " candidates"));
        double effective =
                asked.verdict().get("provenance").get("effective-candidates").asDouble();
        assertThat(effective).isBetween(1.0, 64.0);
        assertThat(asked.verdict().get("notes").toString().contains("That is low"))
                .isEqualTo(effective < 8);
    }

    /** The end of the range lies within a bin. */
    @Test
    void rangesHoldForEveryRowAndTheRowsAreAlwaysTheSame() {
        fitted();
        TestJob asked =
                job("rows: 2000, conditions: [ { where: \"amount between 333.33 and 444.44 and region = 'south'\","
                        + " rows: 700 } ]");
        asked.succeeds("sample");
        Dataset<Row> rows = asked.waiting();
        assertThat(rows.filter("amount between 333.33 and 444.44 and region = 'south'")
                        .count())
                .isEqualTo(700);
        List<String> before = TestJob.rows(rows);
        TestSpark.inPartitionsOf(4096, () -> {
            asked.succeeds("sample");
            assertThat(TestJob.rows(asked.waiting())).isEqualTo(before);
        });
    }

    /** That no fraud is cheap the proposals do not know, only the model. */
    @Test
    void conditionsThatOneRowCanMeetTogetherAreMetByAsManyRowsAsEachAsksFor() {
        fitted();
        TestJob asked = job(
                "rows: 3000, conditions: [ { where: is_fraud = 1, share: 0.5 }, { where: region = 'south', rows: 900 },"
                        + " { where: amount > 700, rows: 1200 } ]");
        asked.succeeds("sample");
        Dataset<Row> rows = asked.waiting();
        assertThat(rows.count()).isEqualTo(3_000);
        assertThat(rows.filter("is_fraud = 1").count()).isEqualTo(1_500);
        assertThat(rows.filter("region = 'south'").count()).isEqualTo(900);
        assertThat(rows.filter("amount > 700").count()).isEqualTo(1_200);
        assertThat(share(rows.filter("amount > 700"), "is_fraud = 1")).isGreaterThan(0.9);
    }

    @Test
    void aTableOfConditionsGetsOneRowForEachOfItsOwn() {
        String table = shared.resolve("asked.parquet").toString();
        TestSpark.session()
                .sql("select 1 as is_fraud, if(id < 50, 'north', 'south') as region from range(1000)")
                .write()
                .mode("overwrite")
                .parquet(table);
        fitted();
        TestJob asked = job("conditions: [ { table: " + table + " } ]");
        asked.succeeds("sample");
        Dataset<Row> rows = asked.waiting();
        assertThat(rows.filter("is_fraud = 1 and region = 'north'").count()).isEqualTo(50);
        assertThat(rows.count()).isEqualTo(1_000);
        assertThat(share(rows, "amount > 700")).isGreaterThan(0.7);
    }

    @Test
    void whatTheModelHasNeverSeenIsRefused() {
        fitted();
        TestJob.Ended ended =
                job("conditions: [ { where: amount > 1e6, share: 0.5 } ]").run("sample", "--verbose");
        assertThat(ended.lastLine())
                .as(ended.err())
                .contains("output.conditions[1] (amount > 1e6) is met by nothing that the model has seen");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aCopulaIsToBeFittedAgain() {
        fitted("model: { type: gaussian-copula }");
        TestJob.Ended ended = job(
                        "conditions: [ { where: is_fraud = 1, share: 0.5 } ]", "model: { type: gaussian-copula }")
                .run("sample", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).contains("run understudy fit again");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void ofACopulaOneColumnCanBeAsked() {
        TestJob.Ended ended = job(
                        "conditions: [ { where: \"is_fraud = 1 and region = 'south'\", share: 0.5 } ]",
                        "model: { type: gaussian-copula }")
                .run("run", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).contains("a Gaussian copula can be asked about one column");
        assertThat(ended.code()).isEqualTo(2);
    }
}
