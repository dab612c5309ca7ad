package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person can get wrong: an exit code, one line that says what, why and what to do, and nothing written. */
class BadInputTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Path table(String sql) {
        Dataset<Row> rows = TestSpark.session().sql(sql);
        Path path = elsewhere.resolve("in.parquet");
        rows.write().mode("overwrite").parquet(path.toString());
        return path;
    }

    private TestJob job(Path input, String... lines) {
        return TestJob.of(folder, "path: " + input, lines);
    }

    private static void refused(TestJob job, int code, String message) {
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.lastLine()).as(ended.err()).startsWith("understudy: ").contains(message);
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(job.written()).isEmpty();
    }

    @Test
    void aMissingPath() {
        Path missing = elsewhere.resolve("missing.parquet");
        refused(
                job(missing),
                4,
                "cannot read " + missing + ": there is nothing at that path; check the path and its folder");
    }

    @Test
    void aMissingDeltaTable() {
        Path missing = elsewhere.resolve("missing");
        refused(
                job(missing),
                4,
                "cannot read " + missing + ": there is nothing at that path; check the path and its folder");
    }

    @Test
    void aFolderThatIsNoDeltaTable() throws IOException {
        Path other = Files.createDirectories(elsewhere.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "no table");
        refused(
                job(other),
                4,
                "cannot read " + other + ": it is not a Delta table; name its format with the key format");
    }

    @Test
    void aMissingTableOfTheCatalog() {
        refused(
                TestJob.of(folder, "table: nowhere.customers"),
                4,
                "cannot read nowhere.customers: there is no such table in the catalog; check its name");
    }

    @Test
    void aQueryThatIsNotSql() {
        refused(TestJob.of(folder, "query: selec 1"), 4, "cannot read the input query: ");
    }

    @Test
    void anUnknownFormat() {
        refused(
                TestJob.of(folder, "path: " + table("select 1 a") + ", format: prquet"),
                4,
                "Spark has no source of that format; check the key format");
    }

    @ParameterizedTest
    @CsvSource({"columns: [colur], columns", "quasi-identifiers: [colur], quasi-identifiers", "target: colur, target"})
    void aSensitiveColumnThatTheInputLacks(String declared, String key) {
        refused(
                job(table("select id, 'red' colour from range(500)"), "sensitive: { " + declared + " }"),
                2,
                "sensitive." + key + ": the input has no column \"colur\"; did you mean \"colour\"?");
    }

    @Test
    void anEmptyTable() {
        Path empty = table("select id from range(0)");
        refused(job(empty), 4, empty + " has no rows; there is nothing to learn from");
    }

    @Test
    void anEmptyTableWithAHoldoutOfItsOwn() {
        Path empty = table("select id from range(0)");
        refused(
                job(empty, "holdout: { path: " + empty + " }"),
                4,
                empty + " has no rows; there is nothing to learn from");
    }

    @Test
    void aFolderWithoutFiles() throws IOException {
        Path bare = Files.createDirectories(elsewhere.resolve("bare.parquet"));
        refused(job(bare), 4, "cannot read " + bare + ": it holds no files with a schema");
    }

    @Test
    void tooFewRows() {
        Path few = table("select id, id % 3 as kind from range(49)");
        refused(job(few), 4, few + " has 49 rows, but k = 10 needs at least 50 of them");
    }

    @Test
    void tooFewEntities() {
        Path few = table("select id % 9 as customer, rand(1) as x from range(900)");
        TestJob.Ended ended = job(few, "holdout: { key: [customer] }").run("run");
        assertThat(ended.code()).as(ended.err()).isEqualTo(4);
        assertThat(ended.lastLine())
                .matches(
                        "understudy: of the [\\d,]+ rows to learn from, a value needs [\\d,]+ to be that of k = 10 entities for"
                                + " certain, .* \\(by holdout.key: customer\\) .* or lower k");
    }

    @Test
    void tooFewRowsToHoldOut() {
        Path enough = table("select id % 7 as kind from range(200)");
        Path few = elsewhere.resolve("few.parquet");
        TestSpark.session().sql("select id % 7 as kind from range(9)").write().parquet(few.toString());
        refused(
                job(enough, "holdout: { path: " + few + " }"),
                4,
                "the holdout has 9 rows, but k = 10 needs at least as many; give more rows or lower k");
    }

    @Test
    void nestedTypes() {
        Path nested = table("select id, array(id) as list, map(id, 1) as `by id`, struct(id) as s from range(100)");
        refused(
                job(nested),
                4,
                "\"list\" (array<bigint>), \"by id\" (map<bigint,int>), \"s\" (struct<id:bigint>); take nested ones");
    }

    @Test
    void aColumnWithoutAType() {
        refused(
                TestJob.of(folder, "query: 'select id % 3 as kind, null as nothing from range(100)'"),
                4,
                "types that cannot be synthesised: \"nothing\" (void); take nested ones apart and cast others");
    }

    @Test
    void intervalsInADeltaTable() {
        refused(
                TestJob.of(folder, "query: \"select make_dt_interval(id % 3) as pause from range(100)\""),
                2,
                "Delta has no intervals, but the input has: \"pause\" (interval day to second); set output.format: parquet");
    }

    @Test
    void namesThatDifferInCaseOnly() {
        refused(
                TestJob.of(folder, "query: 'select id as name, id as Name from range(100)'"),
                4,
                "the input has two columns named \"Name\" (upper and lower case are not told apart); rename one");
    }

    @Test
    void namesThatOccurTwice() {
        refused(
                TestJob.of(folder, "query: 'select id as name, id as name from range(100)'"),
                4,
                "the input has two columns named \"name\"");
    }

    @Test
    void aDamagedParquetFile() throws IOException {
        Path damaged = table("select id, id % 7 as kind from range(1000)");
        try (var files = Files.list(damaged)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".parquet")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
            }
        }
        refused(job(damaged), 4, "cannot read " + damaged + ": a file of it is damaged or not Parquet");
    }

    /** The footer is whole, so it is only found out while rows are read. */
    @Test
    void aParquetFileWithDamagedRows() throws IOException {
        Path damaged = table("select id, uuid() as text from range(1000)");
        try (var files = Files.list(damaged)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".parquet")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = 4; i < bytes.length / 2; i++) {
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
                Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
            }
        }
        refused(job(damaged), 4, "cannot read " + damaged + ": ");
    }

    @Test
    void aFileThatIsNotParquet() throws IOException {
        Path file = Files.writeString(elsewhere.resolve("table.parquet"), "not Parquet at all, but long enough to be");
        refused(job(file), 4, "cannot read " + file + ": a file of it is damaged or not Parquet");
    }

    @Test
    void anOutputThatExists() throws IOException {
        Path input = table("select id % 7 as kind from range(200)");
        Files.createDirectories(folder.resolve("out"));
        TestJob job = job(input);

        TestJob.Ended ended = job.run("run", "--verbose");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.lastLine())
                .contains("there is something at " + folder + "/out already and output.mode is \"error\"");
        assertThat(job.written()).containsExactly("out");
    }

    @Test
    void anOutputThatIsTheInput() {
        Path input = table("select id % 7 as kind from range(200)");
        refused(
                job(input, "output: { path: " + input + ", mode: overwrite }"),
                5,
                "output.path and input.path are the same place; publish to another one");
    }

    @Test
    void anOutputThatTheInputQueryReads() {
        Path table = elsewhere.resolve("table");
        TestSpark.session()
                .sql("select id % 7 as kind from range(200)")
                .write()
                .format("delta")
                .save(table.toString());
        refused(
                TestJob.of(
                        folder,
                        "query: 'select * from delta.`" + table + "`'",
                        "output: { path: " + table + ", mode: overwrite }"),
                5,
                "the input or the holdout is read from " + table + ", the output; publish to another place");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "output: { path: out, rows: -1 }     | output.rows must be \"same\" or a whole number >= 1, got -1",
                "columns: { knid: { kind: number } } | columns.knid: the input has no column \"knid\"; did you mean \"kind\"?",
                "holdout: { key: [person] }          | holdout.key: the input has no column \"person\"",
                "columns: { kind: { kind: text } }   | column kind cannot be of kind text because its type is whole",
                "colums: {}                          | unknown key \"colums\" at line 2; did you mean \"columns\"?",
                "seed: [1                            | line 3",
                "holdout: { fraction: 1 }            | holdout.fraction must be",
            })
    void aJobFileThatIsWrong(String line, String message) {
        refused(job(table("select id % 7 as kind from range(200)"), line), 2, message);
    }

    @Test
    void aHoldoutOfAnotherSchema() {
        Path input = table("select id % 7 as kind, id as b from range(200)");
        Path holdout = elsewhere.resolve("holdout.parquet");
        TestSpark.session()
                .sql("select cast(id as string) as kind from range(50)")
                .write()
                .parquet(holdout.toString());
        refused(
                job(input, "holdout: { path: " + holdout + " }"),
                4,
                "the columns of " + holdout + " are not those of the input: \"kind\" is string and not bigint,"
                        + " \"b\" is missing; give a table of the same schema");
    }
}
