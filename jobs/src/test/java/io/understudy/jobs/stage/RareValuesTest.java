package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that fewer than k rows have do not come back, not even by chance. */
class RareValuesTest {
    private static final int K = 10;

    @TempDir
    Path folder;

    private TestJob published(Dataset<Row> table, String... lines) {
        Path input = folder.resolve("in.parquet");
        table.write().parquet(input.toString());
        TestJob job = TestJob.of(folder, "path: " + input, lines);
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.code()).as(ended.err()).isZero();
        return job;
    }

    private static RareValues scan(Dataset<Row> real, TestJob job) {
        return new RareValues(real, job.published(), job.path("out.understudy"), K);
    }

    @Test
    void theQuickstartsTable() {
        Dataset<Row> claims =
                InsuranceClaims.table(TestSpark.session(), 2_000, 1).cache();

        TestJob job = published(claims, "holdout: { key: [customer_id] }", "gate: { preset: report-only }");

        assertThat(scan(claims, job).found()).isEmpty();
    }

    /** Short texts of which the real rows have nearly all, running numbers, and labels that hardly anyone has. */
    @Test
    void cabinsTicketsAndPassengers() {
        Dataset<Row> passengers = TestSpark.session()
                .sql("select cast(id + 1 as int) as passenger,"
                        + " if(id % 4 = 0, concat('C', 10 + cast(rand(1) * 80 as int)), null) as cabin,"
                        + " concat('PC ', 1000 + cast(rand(2) * 8000 as int)) as ticket,"
                        + " case when id % 100 = 3 then concat('Port', id) when rand(3) < 0.4 then 'S' else 'C' end as port,"
                        + " rand(4) * 80 as fare from range(900)")
                .cache();

        TestJob job = published(passengers);

        assertThat(scan(passengers, job).found()).isEmpty();
        assertThat(job.published().select("passenger").distinct().count()).isEqualTo(900);
        assertThat(job.verdict().get("notes")).isEmpty();
    }

    @Test
    void theOracleFindsWhatIsThere() {
        Dataset<Row> table = TestSpark.session()
                .sql("select uuid() as token, if(id < 5, 'seldom', 'often') as word from range(300)")
                .cache();
        TestJob job = published(table, "gate: { preset: report-only }");

        assertThat(new RareValues(table, table, job.path("out.understudy"), K).found())
                .containsExactly(
                        "token: 300 published rows have rare values", "word: 5 published rows have rare values");
    }

    @Test
    void theOracleHearsAnAmountAndNotAMeasure() {
        Dataset<Row> table = TestSpark.session()
                .sql("select cast(82.65 as double) as amount from range(3)")
                .cache();
        RareValues scan = new RareValues(table, table, folder, K);

        assertThat(scan.said("column amount: the value 82.65 stands alone", "amount=82.65%"))
                .containsExactly("amount: 1 rare values were said");
        assertThat(scan.said("   82.65 % of synthetic rows, in  82.65 s")).isEmpty();
    }

    @Test
    void whereTheTypeLeavesNoChoiceTheRunSaysSo() {
        Dataset<Row> table =
                TestSpark.session().sql("select cast(id as tinyint) as id, rand(1) < 0.5 as flag from range(128)");

        TestJob job = published(table, "gate: { preset: report-only }");

        assertThat(job.verdict().get("notes"))
                .anySatisfy(
                        note -> assertThat(note.asText())
                                .isEqualTo(
                                        "Column id: 128 of 128 made-up values are values of real rows, because its type leaves too"
                                                + " few others; give it a wider type, or leave it out with columns.id.role: drop."));
        assertThat(job.published().select("id").distinct().count()).isEqualTo(128);
    }
}
