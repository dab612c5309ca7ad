package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real rows and synthetic ones of a rare class in one table, told apart, and judged apart. */
class AugmentingTest {
    private static final int ROWS = 6_000;
    private static final String HALF = "rebalance: { column: is_fraud, shares: { 1: 0.5 } }, augment: true";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Dataset<Row> claims;

    @BeforeAll
    static void write() {
        claims = TestSpark.session()
                .sql("select if(fraud, 1, 0) as is_fraud, round(if(fraud, 800, 100) + 400 * rand(1), 2) as amount,"
                        + " date_add(date'2024-01-01', cast(300 * rand(5) as int)) as day, cast(rand(6) as float) as score,"
                        + " if(rand(2) < if(fraud, 0.9, 0.2), 'south', if(rand(3) < 0.1, null, 'north')) as region"
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
                "output: { path: out, mode: overwrite, " + output + " }",
                String.join("\n", lines));
    }

    @Test
    void theTableHoldsTheRowsLearnedFromAndAsManySyntheticOnesAsGiveTheShare() throws Exception {
        TestJob job = job(HALF);
        TestJob.Ended ended = job.succeeds("run");
        Dataset<Row> table = job.published();
        Dataset<Row> real = table.filter("provenance = 'real'").drop("provenance");
        Dataset<Row> synthetic = table.filter("provenance = 'synthetic'");

        long train = real.count();
        long fraud = real.filter("is_fraud = 1").count();
        assertThat(train).as("a fifth is held out").isBetween(4_600L, 5_000L);
        assertThat(real.exceptAll(claims).count()).as("as they are").isZero();
        assertThat(synthetic.count()).isEqualTo(train - 2 * fraud);
        assertThat(synthetic.filter("is_fraud = 0").count()).isZero();
        assertThat(table.count()).isEqualTo(2 * (train - fraud));

        String warning = String.format("This table holds %,d real rows", train);
        assertThat(job.verdict().get("real").asLong()).isEqualTo(train);
        assertThat(job.verdict().get("rows").asLong()).isEqualTo(synthetic.count());
        assertThat(job.verdict().get("notes").get(0).asText()).startsWith(warning);
        String summary = ended.err().substring(ended.err().indexOf("note: This table"));
        assertThat(summary).startsWith("note: " + warning).contains(String.format("(%,d rows)", table.count()));
        for (String page : List.of("report.html", "certificate.html", "certificate.md")) {
            String text = Files.readString(job.path("out.understudy").resolve(page));
            assertThat(text).contains(warning).doesNotContain("they stand for nobody");
        }
    }

    /** Errors against all rows would be those of a table of another class. */
    @Test
    void syntheticRowsAreComparedWithRealOnesOfTheirKind() {
        TestJob job = job(HALF);
        job.succeeds("run");
        job.verdict().get("findings").forEach(finding -> {
            if (finding.get("metric").asText().equals("shape-error")) {
                assertThat(finding.get("value").asDouble()).isLessThan(0.1);
            }
        });
        assertThat(job.verdict().get("findings"))
                .anyMatch(finding -> finding.get("metric").asText().equals("closer-to-train"));
    }

    @Test
    void partitionsDoNotMatterAndParquetIsTheSame() {
        TestJob delta = job("rows: same, " + HALF + ", provenance: origin", "gate: { preset: report-only }");
        delta.succeeds("run");
        List<String> rows = TestJob.rows(delta.published());
        TestSpark.inPartitionsOf(4096, () -> {
            TestJob parquet =
                    job(HALF + ", format: parquet, path: flat, provenance: origin", "gate: { preset: report-only }");
            TestJob other = new TestJob(folder, parquet.yaml().replace("path: out, ", ""));
            other.succeeds("run");
            Dataset<Row> table =
                    TestSpark.session().read().parquet(other.path("flat").toString());
            assertThat(TestJob.rows(table)).isEqualTo(rows);
            assertThat(table.columns()).endsWith("origin");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                HALF + ", provenance: REGION|output.provenance: the input has a column \"region\" already",
                "augment: true|needs output.rebalance or output.conditions",
                HALF + ", rows: 100|is a number, but with output.augment it follows from the input's rows",
                "provenance: origin|only output.augment: true publishes together",
                HALF + ", impute: true|do one after the other",
                "augment: true, conditions: [ { where: amount > 700, share: 0.4 }, { where: is_fraud = 1, share: 0.2 } ]|"
                        + "meet two of output.conditions (amount > 700; is_fraud = 1)",
                "augment: true, rebalance: { column: is_fraud, shares: { 1: 0.01 } }|output.augment has nothing to add",
                "augment: true, rebalance: { column: is_fraud, shares: { 1: 1.0 } }|they leave no room for"
            })
    void whatCannotBeIsRefusedInWords(String output, String message) {
        TestJob.Ended ended = job(output).run("run", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).contains(message);
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    }

    @Test
    void valuesThatAreNotToLeaveAreNotPassedOn() {
        TestJob.Ended masked =
                job(HALF, "columns: { region: { treatment: mask } }").run("run", "--verbose");
        assertThat(masked.lastLine())
                .as(masked.err())
                .contains(
                        "output.augment publishes real rows as they are, but values of these columns are not to leave:"
                                + " region (mask)");
        assertThat(masked.code()).isEqualTo(2);
    }
}
