package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual tables that are legitimate all the same must simply work, under the gate that every job has. */
class OddTablesTest {
    private static final String KIND =
            "element_at(array('red', 'green', 'blue'), cast(pow(rand(4), 2) * 3 as int) + 1)";

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Path in(Dataset<Row> table) {
        Path path = elsewhere.resolve("in.parquet");
        table.write().mode("overwrite").parquet(path.toString());
        return path;
    }

    private Dataset<Row> input() {
        return TestSpark.session()
                .read()
                .parquet(elsewhere.resolve("in.parquet").toString());
    }

    /** Publishes as many rows as the table has, under its schema; returns them. */
    private Dataset<Row> published(String sql, String... lines) {
        return published(TestSpark.session().sql(sql), lines);
    }

    private Dataset<Row> published(Dataset<Row> table, String... lines) {
        Path path = in(table);
        TestJob job = TestJob.of(folder, "path: " + path, lines);
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.code()).as(ended.err()).isZero();
        Dataset<Row> published = job.published();
        assertThat(published.schema()).isEqualTo(input().schema());
        assertThat(published.count()).isEqualTo(table.count());
        return published;
    }

    private static List<Object> values(Dataset<Row> table) {
        return table.distinct().collectAsList().stream().map(row -> row.get(0)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bayesian-network", "gaussian-copula"})
    void oneColumn(String type) {
        Dataset<Row> published =
                published("select " + KIND + " as kind from range(400)", "model: { type: " + type + " }");

        assertThat(values(published)).containsExactlyInAnyOrder("red", "green", "blue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bayesian-network", "gaussian-copula"})
    void constantAndMissingColumns(String type) {
        Dataset<Row> published = published(
                "select 5 as five, 'same' as same, cast(null as string) as text, cast(null as double) as number,"
                        + " cast(null as date) as day, cast(null as decimal(20,3)) as money, " + KIND
                        + " as kind from range(400)",
                "model: { type: " + type + " }");

        assertThat(published.drop("kind").distinct().collectAsList())
                .extracting(Row::toString)
                .containsExactly("[5,same,null,null,null,null]");
    }

    @Test
    void nothingButConstantsAndNulls() {
        Dataset<Row> published = published("select true as yes, cast(null as int) as nothing from range(300)");

        assertThat(published.distinct().collectAsList())
                .extracting(Row::toString)
                .containsExactly("[true,null]");
    }

    @Test
    void namesOfEveryKind() {
        List<String> names = List.of(
                "a.b",
                "two words",
                "back`tick",
                "Straße",
                "名前",
                "a,b;c",
                "{(=)}",
                "tab\there",
                "line\nbreak",
                "'quote'",
                "\"double\"",
                "😀",
                " ",
                "select",
                "a.b.c",
                "100%",
                "x×y");
        Dataset<Row> table = TestSpark.session()
                .sql("select "
                        + IntStream.range(0, names.size())
                                .mapToObj(i -> KIND + " as c" + i)
                                .collect(Collectors.joining(", "))
                        + " from range(300)")
                .toDF(names.toArray(String[]::new));

        Dataset<Row> published = published(
                table,
                "columns: { \"back`tick\": { kind: category }, \"line\\nbreak\": { kind: category } }",
                "holdout: { key: [\"a.b\", \"two words\"], fraction: 0.4 }",
                "k: 2",
                "gate: { preset: report-only }");

        assertThat(published.columns()).containsExactlyElementsOf(names);
    }

    @Test
    void columnsThatAreDroppedDoNotComeBack() {
        Path path = in(
                TestSpark.session().sql("select " + KIND + " as kind, array(id) as list, id as `a.b` from range(300)"));
        TestJob job = TestJob.of(folder, "path: " + path, "columns: { list: { role: drop }, a.b: { role: drop } }");

        TestJob.Ended ended = job.run("run");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(job.published().columns()).containsExactly("kind");
    }

    @Test
    void numbersThatAreNotNumbers() {
        Dataset<Row> published =
                published("select case when id % 5 = 0 then double('NaN') when id % 7 = 0 then double('Infinity')"
                        + " when id % 11 = 0 then double('-Infinity') when id % 13 = 0 then -0.0d"
                        + " when id % 17 = 0 then null else rand(3) end as x,"
                        + " case when id % 4 = 0 then float('NaN') else float(rand(5)) end as y from range(2000)");

        assertThat(published.filter("isnan(x)").count()).isBetween(300L, 500L);
        assertThat(published.filter("x = double('Infinity')").count()).isBetween(140L, 330L);
        assertThat(published.filter("x = double('-Infinity')").count()).isBetween(60L, 220L);
        assertThat(published.filter("x is null").count()).isBetween(30L, 130L);
        assertThat(published.filter("isnan(y)").count()).isBetween(400L, 600L);
    }

    /** Five standard deviations of a binomial share. */
    @Test
    void twoRowsRepeated() {
        Dataset<Row> published =
                published("select id % 2 = 0 as even, if(id % 2 = 0, 'a', 'b') as name from range(3000)");

        assertThat(published.filter("even and name = 'a'").count()).isBetween(1_360L, 1_640L);
        assertThat(published.filter("not even and name = 'b'").count()).isBetween(1_360L, 1_640L);
    }

    @Test
    void textsThatAreAllUnique() {
        Dataset<Row> published =
                published("select concat_ws(' ', 'order', uuid(), 'of', cast(id as string)) as remark, " + KIND
                        + " as kind from range(500)");

        assertThat(published.join(input(), "remark").count()).isZero();
        assertThat(published.filter("remark is null").count()).isZero();
    }

    /** Beyond 1,000 characters a text is a passage, of which only the form is learned. */
    @Test
    void veryLongTexts() {
        Dataset<Row> published = published("select repeat(" + KIND + ", 20000) as repeated,"
                + " concat(repeat('x', 50000), uuid()) as long, " + KIND + " as kind from range(300)");

        assertThat(published
                        .filter("length(repeated) > 1000 and length(long) > 1000")
                        .count())
                .isEqualTo(300);
    }

    @Test
    void twoHundredColumns() {
        String columns = IntStream.range(0, 200)
                .mapToObj(i -> switch (i % 4) {
                    case 0 -> "cast(rand(" + i + ") * 10 as int) as whole" + i;
                    case 1 -> "rand(" + i + ") as real" + i;
                    case 2 -> "date_add(date'2020-01-01', cast(rand(" + i + ") * 900 as int)) as day" + i;
                    default -> "if(rand(" + i + ") < 0.3, 'yes', 'no') as word" + i;
                })
                .collect(Collectors.joining(", "));

        published("select " + columns + " from range(500)");
    }

    @Test
    void intervalsAsParquet() {
        Path path = in(TestSpark.session()
                .sql(
                        "select make_dt_interval(cast(rand(1) * 9 as int)) as pause, make_ym_interval(cast(rand(2) * 3 as int))"
                                + " as term from range(300)"));
        TestJob job = TestJob.of(folder, "path: " + path, "output: { path: out, format: parquet }");

        TestJob.Ended ended = job.run("run");

        assertThat(ended.code()).as(ended.err()).isZero();
        Dataset<Row> published =
                TestSpark.session().read().parquet(job.path("out").toString());
        assertThat(published.schema()).isEqualTo(input().schema());
        assertThat(published.select("term").distinct().count()).isEqualTo(3);
    }

    /** There is nothing to measure, so the default gate cannot let it pass; whoever knows better says so. */
    @Test
    void aTableOfIdentifiersAloneSaysWhyItIsRefusedAndPublishesWhenAsked() {
        String sql = "select id, uuid() as token from range(400)";
        Path path = in(TestSpark.session().sql(sql));
        TestJob job = TestJob.of(folder, "path: " + path);

        TestJob.Ended ended = job.run("run");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.lastLine())
                .startsWith("understudy: refused: every column is an identifier or free text (id, token), so there is"
                        + " nothing to compare; say otherwise with columns.NAME.kind, or publish unchecked with"
                        + " gate.preset: report-only; understudy explain ");
        Dataset<Row> published = published(sql, "gate: { preset: report-only }");
        assertThat(published.select("id").distinct().count()).isEqualTo(400);
    }
}
