package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole jobs on the quickstart's table, with something done to its personal columns. */
class PersonalTableTest {
    private static final int ROWS = 4_000;
    private static final String KEY = "a-key-that-must-never-be-seen-anywhere";
    private static final String PERSONAL =
            "  full_name: { kind: name }\n  email: { kind: email }\n  phone: { kind: phone }\n";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String claims;
    private static TestJob job;
    private static TestJob.Ended ended;

    @BeforeAll
    static void publishOnce() throws IOException {
        claims = shared.resolve("claims.parquet").toString();
        InsuranceClaims.table(TestSpark.session(), ROWS, 1).write().parquet(claims);
        Path key = Files.writeString(shared.resolve("secret"), KEY);
        job = TestJob.of(
                shared,
                "path: " + claims,
                "holdout: { key: [customer_id] }",
                "columns:\n" + PERSONAL + "  city: { treatment: pseudonymise, key: { file: secret } }\n"
                        + "  birth_date: { treatment: generalise }\n  annual_income: { treatment: perturb, noise: 0.05 }\n"
                        + "  postcode: { kind: text, treatment: mask, last: 2 }\n  police_report: { treatment: drop }");
        ended = job.run("run");
        Files.delete(key);
    }

    private static List<String> texts(Dataset<Row> table, String column) {
        return table.select(column).na().drop().as(Encoders.STRING()).collectAsList();
    }

    private static Dataset<Row> real() {
        return TestSpark.session().read().parquet(claims);
    }

    @Test
    void noNameAddressOrTelephoneOfTheInputIsPublished() {
        assertThat(ended.code()).as(ended.err()).isZero();
        for (String column : List.of("full_name", "email", "phone")) {
            assertThat(texts(job.published(), column))
                    .hasSizeGreaterThan(ROWS * 9 / 10)
                    .doesNotContainAnyElementsOf(new HashSet<>(texts(real(), column)));
        }
    }

    @Test
    void whatIsPublishedBelongsTogether() {
        for (Row row :
                job.published().select("full_name", "email", "phone").limit(100).collectAsList()) {
            String first = row.getString(0).replaceFirst(" .*", "").toLowerCase(java.util.Locale.ROOT);
            assertThat(row.getString(1))
                    .startsWith(first.replaceAll("[^a-z]", ""))
                    .matches(".*@example\\.(com|org|net)");
            if (!row.isNullAt(2)) {
                assertThat(row.getString(2)).matches("\\+1-[01]\\d\\d-555-01\\d\\d");
            }
        }
    }

    @Test
    void theOtherTreatmentsDidWhatTheySay() {
        Dataset<Row> table = job.published();
        Set<String> cities = new HashSet<>(texts(table, "city"));

        assertThat(cities)
                .as("of 24, those that no nine customers can have")
                .hasSizeBetween(10, 24)
                .allMatch(city -> city.matches("[a-z2-7]{32}"));
        assertThat(table.where("day(birth_date) <> 1").count()).isZero();
        assertThat(texts(table, "postcode")).allMatch(code -> code.matches("\\*{3}\\d\\d"));
        assertThat(table.columns()).doesNotContain("police_report");
        assertThat(table.where("annual_income < 0").count()).isZero();
    }

    @Test
    void theProfileTheVerdictAndTheSummarySayWhatWasDone() throws IOException {
        JsonNode profile = new ObjectMapper()
                .readTree(job.path("out.understudy/work/profile.json").toFile());
        assertThat(profile.findValuesAsText("is")).contains("Faked", "Pseudonymised", "Months", "Perturbed", "Masked");
        String words = "full_name fake (en), email fake (en), phone fake (en)";
        assertThat(job.verdict().get("provenance").get("treatments").asText()).contains(words, "city pseudonymise");
        assertThat(ended.err()).contains("treated  " + words);
    }

    @Test
    void theKeyIsNowhere() throws IOException {
        assertThat(ended.err() + ended.out()).doesNotContain(KEY);
        try (Stream<Path> files = Files.walk(shared)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                boolean zipped = file.toString().endsWith(".gz");
                byte[] plain = zipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
                assertThat(new String(plain, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
        String settings =
                List.of(TestSpark.session().sparkContext().getConf().getAll()).toString();
        assertThat(settings).doesNotContain(KEY);
    }

    @Test
    void howTheInputIsPartitionedDoesNotMatter() throws IOException {
        Files.writeString(folder.resolve("secret"), KEY);
        real().repartition(5).write().parquet(folder.resolve("claims.parquet").toString());
        TestJob scattered = TestJob.of(
                folder, "path: claims.parquet", job.yaml().substring(job.yaml().indexOf("\n") + 1));
        TestJob.Ended other = scattered.run("run");
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(TestJob.rows(scattered.published())).isEqualTo(TestJob.rows(job.published()));
    }

    @Test
    void aMissingKeyAndAnUnknownLocaleEndWithTwoBeforeAnyRowIsRead() {
        TestJob.Ended key = TestJob.of(
                        folder,
                        "path: " + claims,
                        "columns: { email: { treatment: pseudonymise, key: { file: none } } }")
                .run("run", "--dry-run");
        assertThat(key.code()).isEqualTo(2);
        assertThat(key.lastLine())
                .startsWith("understudy: columns.email is to be pseudonymised, but its key is missing: the file ");
        TestJob.Ended locale = TestJob.of(
                        folder, "path: " + claims, "columns: { email: { treatment: fake, locale: de-Dee } }")
                .run("run", "--dry-run");
        assertThat(locale.code()).isEqualTo(2);
        assertThat(locale.lastLine()).endsWith("did you mean \"de-DE\"?");
    }

    @Test
    void aTreatmentThatDoesNotFitEndsWithTwo() {
        TestJob.Ended unfit = TestJob.of(folder, "path: " + claims, "columns: { severity: { treatment: fake } }")
                .run("profile");
        assertThat(unfit.code()).isEqualTo(2);
        assertThat(unfit.lastLine())
                .isEqualTo(
                        "understudy: columns.severity.treatment: fake does not fit a column of kind category, type text;"
                                + " what does: pseudonymise, mask, drop");
    }
}
