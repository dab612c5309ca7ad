package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.cli.Main;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.file.JobFile;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code understudy init}: what it prints is a job file. */
class DraftTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int init(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "init";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.run(all, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String yaml() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("drafted.yaml"), yaml());
    }

    @Test
    void aColumnNamedLikeAWeightIsPointedOut() {
        String table = folder.resolve("survey.parquet").toString();
        TestSpark.session()
                .sql("select id % 7 as age, 100 + id % 9 * 1.5D as design_weight from range(500)")
                .write()
                .parquet(table);

        assertThat(init(table)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(yaml()).contains("  # weight: design_weight ").doesNotContain("\n  weight:");
    }

    @Test
    void theDraftOfATableIsAJobThatRuns() throws IOException {
        String table = folder.resolve("claims.parquet").toString();
        InsuranceClaims.table(TestSpark.session(), 3_000, 1).write().parquet(table);

        assertThat(init(table)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        Job job = JobFile.read(file(), List.of(), Map.of());

        assertThat(job.columns()).hasSize(30);
        assertThat(job.output().to())
                .isEqualTo(folder.resolve("claims-synthetic").toString());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("profile");
        assertThat(yaml())
                .contains(
                        "  severity: { kind: category }  # 100 % of the rows have texts that at least 10 rows share (1.00)");
        assertThat(yaml())
                .contains("# key: [customer_id]")
                .contains("  customer_id: { role: synthesise }  # please look: an identifier that repeats");
        assertThat(Main.run(new String[] {"run", file().toString()}, stream(out), stream(err)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(TestSpark.session()
                        .read()
                        .format("delta")
                        .load(job.output().to())
                        .count())
                .isEqualTo(3_000);
    }

    @Test
    void noValueOfTheTableIsInTheDraft() throws IOException {
        String table = folder.resolve("claims.parquet").toString();
        InsuranceClaims.table(TestSpark.session(), 1_000, 1).write().parquet(table);
        init(table);
        Set<String> words = new HashSet<>(List.of(yaml().split("[^\\p{L}\\p{N}@.+-]+", -1)));
        for (Row row : TestSpark.session()
                .read()
                .parquet(table)
                .select("full_name", "email", "phone", "claim_id", "vehicle_model")
                .collectAsList()) {
            for (int c = 0; c < row.length(); c++) {
                if (!row.isNullAt(c)) {
                    assertThat(words).doesNotContain(row.getString(c));
                    assertThat(yaml()).doesNotContain(row.getString(c));
                }
            }
        }
    }

    @Test
    void whatIsAmbiguousIsMarkedAndOddNamesAreQuoted() throws IOException {
        Path table = folder.resolve("odd.csv");
        StringBuilder rows = new StringBuilder("net income,\"a: b, 'c' ${HOME}\",true\n");
        for (int row = 0; row < 200; row++) {
            rows.append(row * 7919L % 1_000_003)
                    .append(',')
                    .append(row % 3)
                    .append(',')
                    .append("x")
                    .append(row % 2)
                    .append('\n');
        }
        Files.writeString(table, rows);

        assertThat(init(table.toString()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        Job job = JobFile.read(file(), List.of(), Map.of());

        assertThat(job.columns().keySet()).containsExactlyInAnyOrder("net income", "a: b, 'c' ${HOME}", "true");
        assertThat(job.input().options().values()).containsEntry("header", "true");
        assertThat(job.output().format()).isEqualTo(io.understudy.jobs.job.Output.Format.DELTA);
        assertThat(yaml()).contains("# please look: whole numbers that never repeat but lie far apart (0.40)");
    }

    @Test
    void aTableThatIsNotThereEndsWithFourAndPrintsNothing() {
        assertThat(init(folder.resolve("none.parquet").toString())).isEqualTo(4);
        assertThat(yaml()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is nothing at that path");
    }

    @Test
    void aTableOfTheCatalogIsNamed() throws IOException {
        TestSpark.session().sql("create or replace temporary view drafted as select id % 5 as a from range(500)");
        assertThat(init("drafted")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        Job job = JobFile.read(file(), List.of(), Map.of());
        assertThat(job.input().from()).isEqualTo("drafted");
        assertThat(job.output().to()).isEqualTo("drafted_synthetic");
    }
}
