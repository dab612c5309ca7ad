package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.cli.Main;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored model gives away nobody, and only to those who may see it. */
class SensitiveModelTest {
    private static final int K = 10;
    private static final String KEY = "0f".repeat(32);

    @TempDir
    Path folder;

    private Dataset<Row> claims;

    @BeforeEach
    void writeTheTable() {
        claims = InsuranceClaims.table(TestSpark.session(), 2_000, 1).cache();
        claims.write().parquet(folder.resolve("in.parquet").toString());
    }

    private TestJob job(String... lines) {
        return TestJob.of(folder, "path: " + folder.resolve("in.parquet"), lines);
    }

    private TestJob fitted(String... lines) {
        TestJob job = job(lines);
        for (String stage : List.of("profile", "fit")) {
            TestJob.Ended ended = job.run(stage, "--verbose");
            assertThat(ended.code()).as(ended.err()).isZero();
        }
        return job;
    }

    private Path model() {
        return folder.resolve("out.understudy/work/model/model.understudy");
    }

    private static TestJob.Ended inspect(String... arguments) {
        List<String> all = new ArrayList<>(List.of("model", "inspect"));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(all.toArray(String[]::new), new PrintStream(out), new PrintStream(err));
        return new TestJob.Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void holdsNoCountBelowKNoExactOneAndNoSmallLeaf() {
        fitted("k: " + K);
        JsonNode stored = StoredModel.read(model());

        List<Long> counts = new ArrayList<>();
        stored.get("profile").get("columns").forEach(column -> {
            column.findValues("weights").forEach(array -> array.forEach(weight -> counts.add(weight.asLong())));
            counts.add(column.get("missing").asLong());
        });
        assertThat(counts).hasSizeGreaterThan(100).allMatch(count -> count == 0 || (count >= K && count % K == 0));
        assertThat(stored.findValues("smallestLeaf")).hasSizeGreaterThan(10).allMatch(rows -> rows.asLong() >= K);
        assertThat(new RareValues(claims, claims.limit(0), folder.resolve("out.understudy"), K).found())
                .isEmpty();
    }

    /** Which values real rows have in columns that are made up is a matter of single rows: it is written for who has a key. */
    @Test
    void holdsWhichValuesAreRealOnlyWhereItIsEncrypted() throws IOException {
        TestJob plain = fitted();
        assertThat(StoredModel.read(model()).get("real")).isEmpty();
        assertThat(plain.run("sample").code()).as("sampling gathers them again").isZero();

        Path key = Files.writeString(folder.resolve("key"), KEY);
        job("model: { key: { file: " + key + " } }").run("profile");
        job("model: { key: { file: " + key + " } }").run("fit");
        assertThat(inspect(model().toString(), "--key-file", key.toString()).out())
                .containsPattern("made up   \\d+ columns whose values keep clear of real ones");
    }

    /** In a leaf of n rows an unshrunken share is c / n: none of the stored ones of fewer than k rows is. */
    /** Exact shares of the rows of a leaf are whole multiples of one over their number, in the smallest leaf above all. */
    @Test
    void sharesAtLeavesAreShrunken() {
        fitted("k: " + K);
        int leaves = 0;
        int exact = 0;
        for (JsonNode cpd : StoredModel.read(model()).get("model").get("model").get("cpds")) {
            JsonNode offset = cpd.get("distributions").get("offset");
            JsonNode cumulative = cpd.get("distributions").get("cumulative");
            for (int leaf = 0; offset.size() > 2 && leaf + 1 < offset.size(); leaf++) {
                int from = offset.get(leaf).asInt();
                int last = offset.get(leaf + 1).asInt() - 1;
                boolean several = last > from;
                leaves += several ? 1 : 0;
                exact += several
                                && IntStream.range(from, last)
                                        .mapToDouble(at -> cumulative.get(at).asLong()
                                                * 0x1.0p-30
                                                * cpd.get("smallestLeaf").asLong())
                                        .allMatch(count -> Math.abs(count - Math.rint(count)) < 1e-5)
                        ? 1
                        : 0;
            }
        }
        assertThat(leaves).isGreaterThan(20);
        assertThat(exact).as("of " + leaves + " leaves").isZero();
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        fitted();
        assertThat(permissions(model())).isEqualTo("rw-------");
        assertThat(permissions(Objects.requireNonNull(model().getParent()))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("out.understudy/work/profile.json")))
                .isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void isEncryptedWithTheKeyOfTheJob() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        TestJob job = job("model: { key: { file: " + key + " } }", "gate: { preset: report-only }");
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.code()).as(ended.err()).isZero();

        assertThat(job.verdict().get("provenance").get("model-handling").asText())
                .isEqualTo("sensitive, encrypted with AES-256-GCM");
        assertThat(Files.readString(model(), StandardCharsets.ISO_8859_1))
                .startsWith("{\"understudy\":\"model\"")
                .contains("\"cipher\":\"AES-256-GCM\"");
        assertThat(job.written())
                .contains("out.understudy/work/profile.understudy")
                .doesNotContain("out.understudy/work/profile.json");
        assertThat(ended.out() + ended.err()).doesNotContain(KEY);
        assertThat(inspect(job.path("job.yaml").toString()).out()).contains("encrypted with AES-256-GCM");
        assertThat(inspect(model().toString(), "--key-file", key.toString()).code())
                .isZero();

        TestJob.Ended unlocked = inspect(model().toString());
        assertThat(unlocked.code()).isEqualTo(2);
        assertThat(unlocked.lastLine()).contains("is encrypted, and no key is given");
        Files.writeString(key, "1f".repeat(32));
        TestJob.Ended wrong = job.run("sample");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.lastLine()).contains("does not open with this key");
        Files.delete(key);
        TestJob.Ended none = job.run("sample");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.lastLine()).contains("the key of the model is missing: the file " + key + " cannot be read");
    }

    @Test
    void aDamagedModelIsNotUsed() throws IOException {
        TestJob job = fitted();
        byte[] bytes = Files.readAllBytes(model());
        bytes[bytes.length / 2] ^= 1;
        Files.write(model(), bytes);
        Files.deleteIfExists(model().resolveSibling(".model.understudy.crc"));

        TestJob.Ended ended = job.run("sample");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.lastLine()).contains("model.understudy is damaged: its SHA-256 is not the one");
    }

    @Test
    void isInspectedWithoutShowingAValue() {
        TestJob job = fitted();
        TestJob.Ended shown =
                inspect(Objects.requireNonNull(model().getParent()).toString());

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("family    bayesian-network closeness 0.5", "k         10 rows", "sensitive, not encrypted")
                .containsPattern("made up   values of .*claim_id.* may be those of real rows by chance")
                .containsPattern("claim_id +identifier +.*all values")
                .containsPattern("(?m)^region +category +\\d+ texts .* rows");
        assertThat(inspect(job.path("job.yaml").toString()).out()).isEqualTo(shown.out());
        RareValues scan = new RareValues(claims, claims.limit(0), folder.resolve("out.understudy"), K);
        assertThat(scan.said(shown.out())).isEmpty();
        claims.select("region")
                .distinct()
                .collectAsList()
                .forEach(region -> assertThat(shown.out()).doesNotContain(region.getString(0)));
    }

    @Test
    void whereThereIsNoModelItSaysSo() {
        TestJob.Ended ended = inspect(folder.resolve("nothing").toString());
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.lastLine()).contains("there is no model at").contains("run understudy fit first");
    }

    @Test
    void aRefusedSampleGoesUnlessItIsToBeKept() throws IOException {
        String breach = "rules: [ { finding: quality.shape-error, max: -1 } ]";
        TestJob gone = job("gate: { " + breach + " }");
        TestJob.Ended refused = gone.run("run");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(gone.written()).noneMatch(file -> file.contains("work/sample") || file.contains("quarantine"));
        assertThat(gone.run("publish").code()).as("refused before").isEqualTo(3);
        assertThat(gone.run("assess").lastLine()).endsWith("run understudy sample with this job file first");

        TestJob kept = job("gate: { quarantine: true, " + breach + " }");
        TestJob.Ended again = kept.run("run");
        assertThat(again.code()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("out.understudy/work/quarantine/REFUSED.txt")))
                .startsWith("The gate refused this table; it is not fit for use. Why:\nquality.shape-error is ");
        String rows =
                folder.resolve("out.understudy/work/quarantine/sample/rows").toString();
        assertThat(TestSpark.session().read().parquet(rows).count()).isEqualTo(2_000);
        assertThat(kept.written()).noneMatch(file -> file.startsWith("out/") || file.contains("work/sample"));

        RareValues scan =
                new RareValues(claims, TestSpark.session().read().parquet(rows), folder.resolve("out.understudy"), K);
        assertThat(scan.found()).isEmpty();
        assertThat(scan.said(refused.out(), refused.err(), again.err())).isEmpty();
    }
}
