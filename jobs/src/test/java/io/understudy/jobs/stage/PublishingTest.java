package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All modes of publishing, what retries and killed jobs leave, and that nothing stale is published. */
class PublishingTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private String input(String sql) {
        Path path = elsewhere.resolve("in.parquet");
        TestSpark.session().sql(sql).write().mode("overwrite").parquet(path.toString());
        return "path: " + path;
    }

    private String input() {
        return input("select id % 7 as kind, id % 3 = 0 as flag from range(300)");
    }

    private static TestJob.Ended succeeds(TestJob job, String command) {
        TestJob.Ended ended = job.run(command);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    private static void refused(TestJob job, String command, int code, String message) {
        TestJob.Ended ended = job.run(command);
        assertThat(ended.lastLine()).as(ended.err()).startsWith("understudy: ").contains(message);
        assertThat(ended.code()).isEqualTo(code);
    }

    private List<Row> history() {
        return TestSpark.session()
                .sql("describe history delta.`" + folder.resolve("out") + "`")
                .collectAsList();
    }

    private Dataset<Row> parquet() {
        return TestSpark.session().read().parquet(folder.resolve("out").toString());
    }

    /** A new table takes over the files of the sample; its log must be as good as one that Delta writes row by row. */
    @Test
    void aNewTableHasStatisticsProvenanceAndNothingBesideIt() throws IOException {
        TestJob job = TestJob.of(folder, input());

        succeeds(job, "run");

        String log = Files.readString(folder.resolve("out/_delta_log/00000000000000000000.json"));
        assertThat(log).contains("\\\"numRecords\\\":");
        assertThat(history().get(0).<String>getAs("userMetadata")).contains("\"understudy\"");
        assertThat(job.published().count()).isEqualTo(300);
        assertThat(job.written()).noneMatch(file -> file.startsWith("out.publishing"));
    }

    /** Names that Delta maps are those of the files too, and rows that Delta writes later join them. */
    @Test
    void aNewTableOfAwkwardNamesIsReadableAsDeltaAndAsParquet() {
        String input = input("select id % 7 as `kind of thing`, id % 3 = 0 as `1.st/flag` from range(300)");
        succeeds(TestJob.of(folder, input), "run");
        assertThat(parquet().columns()).containsExactly("kind of thing", "1.st/flag");
        TestJob append = TestJob.of(folder, input, "output: { path: out, mode: append, rows: 40 }");

        succeeds(append, "run");

        assertThat(append.published().count()).isEqualTo(340);
        assertThat(append.published().filter("`kind of thing` is null").count()).isZero();
    }

    @Test
    void errorThenAppendThenOverwriteAreOneCommitEach() {
        String input = input();
        succeeds(TestJob.of(folder, input), "run");
        refused(TestJob.of(folder, input), "run", 5, "there is something at " + folder + "/out already");
        succeeds(TestJob.of(folder, input, "output: { path: out, mode: append, rows: 40 }"), "run");
        TestJob overwrite = TestJob.of(folder, input, "output: { path: out, mode: overwrite, rows: 50 }");
        assertThat(overwrite.published().count()).isEqualTo(340);

        succeeds(overwrite, "run");

        assertThat(overwrite.published().count()).isEqualTo(50);
        assertThat(history()).hasSize(3);
    }

    @Test
    void overwritingReplacesTheSchemaToo() {
        succeeds(TestJob.of(folder, input()), "run");
        TestJob other = TestJob.of(
                folder,
                input("select cast(id % 5 as string) as other from range(300)"),
                "output: { path: out, mode: overwrite }");

        succeeds(other, "run");

        assertThat(other.published().columns()).containsExactly("other");
    }

    @Test
    void overwritingKeepsWhatTheTableDoesNotLetBeNull() {
        TestSpark.session()
                .sql("create table delta.`" + folder + "/out` (kind bigint not null, flag boolean) using delta");
        TestJob job = TestJob.of(folder, input(), "output: { path: out, mode: overwrite }");

        succeeds(job, "run");

        assertThat(job.published().count()).isEqualTo(300);
        assertThat(job.published().schema().apply("kind").nullable()).isFalse();
        assertThat(job.published().schema().apply("flag").nullable()).isTrue();
    }

    @Test
    void anExistingTableThatCannotHoldANameSaysHowItCould() {
        succeeds(TestJob.of(folder, input()), "run");
        TestJob other = TestJob.of(
                folder,
                input("select cast(id % 5 as string) as `kind of, thing` from range(300)"),
                "output: { path: out, mode: overwrite }");
        String advice =
                "ALTER TABLE delta.`" + folder + "/out` SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')";
        refused(other, "run", 5, "which names with blanks or commas need; publish elsewhere, or let it with " + advice);

        TestSpark.session().sql(advice);
        succeeds(other, "run");

        assertThat(other.published().columns()).containsExactly("kind of, thing");
    }

    @Test
    void appendingToATableOfAnotherSchemaIsAConflict() {
        succeeds(TestJob.of(folder, input()), "run");
        refused(
                TestJob.of(
                        folder,
                        input("select cast(id % 5 as string) as other from range(300)"),
                        "output: { path: out, mode: append }"),
                "run",
                5,
                "the table at " + folder + "/out has no column \"other\" (string) for the synthetic rows to join");
        assertThat(history()).hasSize(1);
    }

    @Test
    void replaceWhereReplacesThoseRowsAlone() {
        TestSpark.session()
                .sql("select id % 9 as kind, true as flag from range(90)")
                .write()
                .format("delta")
                .save(folder.resolve("out").toString());
        TestJob job = TestJob.of(
                folder, input(), "output: { path: out, mode: replace-where, replace-where: kind < 7, rows: 100 }");

        succeeds(job, "run");

        assertThat(job.published().filter("kind >= 7").count()).isEqualTo(20);
        assertThat(job.published().filter("kind < 7").count()).isEqualTo(100);
    }

    @Test
    void rowsOutsideOfReplaceWhereAreAConflict() {
        TestSpark.session()
                .sql("select id % 9 as kind, true as flag from range(90)")
                .write()
                .format("delta")
                .save(folder.resolve("out").toString());
        refused(
                TestJob.of(folder, input(), "output: { path: out, mode: replace-where, replace-where: kind < 2 }"),
                "run",
                5,
                "synthetic rows fall outside output.replace-where; nothing was published");
        assertThat(history()).hasSize(1);
    }

    @Test
    void replaceWhereNeedsATable() {
        refused(
                TestJob.of(folder, input(), "output: { path: out, mode: replace-where, replace-where: kind < 2 }"),
                "run",
                2,
                "output.mode is \"replace-where\" but there is no Delta table at " + folder + "/out");
    }

    @Test
    void whatIsNotADeltaTableIsNotReplacedByOne() throws IOException {
        Files.createDirectories(folder.resolve("out/precious"));
        refused(
                TestJob.of(folder, input(), "output: { path: out, mode: overwrite }"),
                "run",
                5,
                "what is at " + folder + "/out is not a Delta table and is not replaced by one");
        assertThat(folder.resolve("out/precious")).exists();
    }

    @Test
    void aSecondRunOfTheSameIdDoesNothing() {
        TestJob job = TestJob.of(folder, input(), "run-id: nightly", "output: { path: out, mode: append }");
        succeeds(job, "run");

        TestJob.Ended again = succeeds(job, "run");

        assertThat(again.lastLine()).isEqualTo("run-id nightly has published from this input already; nothing to do");
        assertThat(history()).hasSize(1);
    }

    /** Delta remembers the commit, so a job that was killed before it wrote its verdict appends nothing twice. */
    @Test
    void aRetryAfterTheCommitAppendsNothingTwice() throws IOException {
        TestJob job = TestJob.of(folder, input(), "run-id: nightly", "output: { path: out, mode: append }");
        succeeds(job, "run");
        Files.delete(folder.resolve("out.understudy/verdict.json"));

        succeeds(job, "run");

        assertThat(history()).hasSize(1);
        assertThat(job.published().count()).isEqualTo(300);
        assertThat(job.verdict().get("verdict").asText()).isEqualTo("published");
    }

    @Test
    void theSameIdOverARenewedInputIsAnotherRun() {
        succeeds(TestJob.of(folder, input(), "run-id: nightly", "output: { path: out, mode: append }"), "run");
        TestJob next = TestJob.of(
                folder,
                input("select id % 6 as kind, true as flag from range(200)"),
                "run-id: nightly",
                "output: { path: out, mode: append }");

        succeeds(next, "run");

        assertThat(next.published().count()).isEqualTo(500);
    }

    @Test
    void publishesToATableOfTheCatalog() {
        TestSpark.session().sql("drop table if exists published_kinds");
        TestJob job = TestJob.of(folder, input(), "output: { table: published_kinds }");

        succeeds(job, "run");

        assertThat(TestSpark.session().table("published_kinds").count()).isEqualTo(300);
        refused(job, "run", 5, "there is something at published_kinds already");
        refused(
                TestJob.of(folder, "table: published_kinds", "output: { table: published_kinds, mode: append }"),
                "run",
                5,
                "output.table and input.table are the same table");
        refused(
                TestJob.of(
                        folder,
                        "query: select * from published_kinds",
                        "output: { table: published_kinds, mode: append }"),
                "run",
                5,
                "the input or the holdout is read from published_kinds, the output");
        TestSpark.session().sql("drop table published_kinds");
    }

    @Test
    void parquetIsSwappedInAndLeavesNothingBehind() {
        String input = input();
        succeeds(TestJob.of(folder, input, "output: { path: out, format: parquet }"), "run");
        TestJob job = TestJob.of(folder, input, "output: { path: out, format: parquet, mode: overwrite, rows: 50 }");

        succeeds(job, "run");

        assertThat(parquet().count()).isEqualTo(50);
        assertThat(job.written()).noneMatch(file -> file.startsWith("out.publishing"));
    }

    /** What a job leaves that is killed between the two renames of a swap: the next one undoes it first. */
    @Test
    void aKilledSwapIsUndoneByTheNextRunEvenIfThatIsRefused() throws IOException {
        String input = input();
        succeeds(TestJob.of(folder, input, "output: { path: out, format: parquet }"), "run");
        Files.createDirectories(folder.resolve("out.publishing/incoming"));
        Files.move(folder.resolve("out"), folder.resolve("out.publishing/replaced"));
        TestJob job = TestJob.of(
                folder,
                input,
                "output: { path: out, format: parquet, mode: overwrite }",
                "gate: { rules: [ { finding: quality.shape-error, max: -1 } ] }");

        refused(job, "run", 3, "refused: quality.shape-error is ");

        assertThat(parquet().count()).isEqualTo(300);
        assertThat(job.written()).noneMatch(file -> file.startsWith("out.publishing"));
    }

    @Test
    void aKilledSwapCountsAsTakenInADryRunThatTouchesNothing() throws IOException {
        String input = input();
        TestJob job = TestJob.of(folder, input, "output: { path: out, format: parquet }");
        Files.createDirectories(folder.resolve("out.publishing/replaced"));

        TestJob.Ended dry = job.run("run", "--dry-run");

        assertThat(dry.code()).isEqualTo(5);
        assertThat(folder.resolve("out.publishing/replaced")).exists();
    }

    /** What a job leaves that is killed after the swap: the new table stands, the old one goes. */
    @Test
    void anUnfinishedCleanUpIsFinishedByTheNextRun() throws IOException {
        String input = input();
        TestJob job = TestJob.of(folder, input, "output: { path: out, format: parquet, mode: overwrite }");
        succeeds(job, "run");
        Files.createDirectories(folder.resolve("out.publishing/replaced/rest"));
        Files.createDirectories(folder.resolve("out.publishing/incoming/rest"));

        succeeds(job, "run");

        assertThat(parquet().count()).isEqualTo(300);
        assertThat(job.written()).noneMatch(file -> file.startsWith("out.publishing"));
    }

    @Test
    void stagesRefuseWhatWasLeftForSomethingElse() throws IOException {
        String input = input();
        TestJob job = TestJob.of(folder, input);
        refused(job, "fit", 2, "there is no " + folder + "/out.understudy/work/profile.json; run understudy profile");
        for (String stage : List.of("profile", "fit", "sample", "assess")) {
            succeeds(job, stage);
        }
        String stale = " left in " + folder + "/out.understudy/work was made for another job file or another state of"
                + " the input; run understudy ";
        refused(TestJob.of(folder, input, "k: 12"), "fit", 2, "profile" + stale + "profile again");
        refused(TestJob.of(folder, input, "seed: 1"), "sample", 2, "fit" + stale + "fit again");
        refused(TestJob.of(folder, input, "model: { closeness: 0.9 }"), "sample", 2, "fit" + stale + "fit again");
        refused(TestJob.of(folder, input, "model: { closeness: 0.9 }"), "assess", 2, "sample" + stale + "sample again");
        refused(
                TestJob.of(folder, input, "output: { path: out, rows: 5 }"),
                "publish",
                2,
                "sample" + stale + "sample again");
        refused(TestJob.of(folder, input, "gate: { preset: strict }"), "publish", 2, "assess" + stale + "assess again");
        Files.writeString(folder.resolve("out.understudy/work/profile.json"), "{}");
        Files.delete(folder.resolve("out.understudy/work/.profile.json.crc"));
        refused(job, "fit", 2, "profile left in " + folder + "/out.understudy/work is damaged or of another version");
        assertThat(folder.resolve("out")).doesNotExist();

        succeeds(job, "publish");
        input("select id % 6 as kind, true as flag from range(200)");
        refused(
                TestJob.of(folder, input, "output: { path: out, mode: overwrite }"),
                "publish",
                2,
                "sample" + stale + "sample again");
    }
}
