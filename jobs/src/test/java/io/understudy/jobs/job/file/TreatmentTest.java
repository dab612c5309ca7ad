package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.ColumnOverride.Kind;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Spelling;
import io.understudy.jobs.job.Treatment;
import io.understudy.jobs.job.Treatment.KeySource;
import io.understudy.jobs.job.Treatment.Way;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job file says of the kind and the treatment of a column. */
class TreatmentTest {
    private static final String SECRET = "my-own-very-secret-key";

    @TempDir
    Path folder;

    private ColumnOverride column(String keys, String... settings) {
        Job job = Written.in(folder).read(Written.MINIMAL + "columns: { a: { " + keys + " } }", settings);
        return Optional.ofNullable(job.columns().get("a")).orElseThrow();
    }

    private Treatment treatment(String keys, String... settings) {
        return column(keys, settings).treatment().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindOfTheContractIsKnown(Kind kind) {
        assertThat(column("kind: " + Spelling.of(kind)).kind()).contains(kind);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyTreatmentOfTheContractIsKnown(Way way) {
        assertThat(treatment("treatment: " + Spelling.of(way))).isEqualTo(Treatment.of(way));
    }

    @Test
    void theKeysThatGoWithATreatmentAreRead() {
        assertThat(treatment("treatment: fake, locale: de-DE").locale()).contains("de-DE");
        assertThat(treatment("locale: fr").way()).isEqualTo(Way.FAKE);
        assertThat(treatment("treatment: mask, last: 4").last()).isEqualTo(4);
        assertThat(treatment("treatment: perturb, noise: 0.2").noise()).isEqualTo(OptionalDouble.of(0.2));
        assertThat(treatment("treatment: pseudonymise, form: shaped").shaped()).isTrue();
    }

    @Test
    void aKeyIsNamedByWhereItLies() {
        assertThat(treatment("treatment: pseudonymise").keySource())
                .isEqualTo(new KeySource(KeySource.Place.ENV, "UNDERSTUDY_KEY"));
        assertThat(treatment("treatment: pseudonymise, key: { env: OTHER }").keySource())
                .hasToString("the environment variable OTHER");
        assertThat(treatment("treatment: pseudonymise, key: { file: key.txt }").keySource())
                .hasToString("the file " + folder.resolve("key.txt"));
        assertThat(treatment("treatment: pseudonymise", "columns.a.key.env=OTHER")
                        .keySource()
                        .from())
                .isEqualTo("OTHER");
    }

    @Test
    void aColumnLeavesTheTableByItsRoleOrItsTreatment() {
        assertThat(column("role: drop").dropped()).isTrue();
        assertThat(column("treatment: drop").dropped()).isTrue();
        assertThat(column("treatment: mask").dropped()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key: " + SECRET, "key: { env: 'not a name " + SECRET + "' }", "key: [" + SECRET + "]"})
    void aKeyItselfIsRefusedAndNeverShown(String key) {
        Written.in(folder)
                .refusal(Written.MINIMAL + "columns: { a: { treatment: pseudonymise, " + key + " } }")
                .hasMessageStartingWith(
                        "columns.a.key at line 3 must say where the key lies, { env: NAME } or { file: PATH }, never"
                                + " the key itself; leave it out to use the environment variable UNDERSTUDY_KEY")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aKeyOnTheCommandLineIsRefusedAndNeverShown() {
        Written.in(folder)
                .refusal(Written.MINIMAL + "columns: { a: { treatment: pseudonymise } }", "columns.a.key=" + SECRET)
                .hasMessageStartingWith("columns.a.key in --set must say where the key lies")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treatment: mask, locale: de | columns.a.locale at line 3 goes with treatment: fake;",
                "treatment: fake, last: 4 | columns.a.last at line 3 goes with treatment: mask;",
                "noise: 0.5 | columns.a.noise at line 3 goes with treatment: perturb;",
                "key: { env: A } | columns.a.key at line 3 goes with treatment: pseudonymise;",
                "treatment: mask, last: 5 | columns.a.last must be a whole number from 0 to 4, got 5 at line 3",
                "treatment: perturb, noise: 2 | columns.a.noise must be a number above 0 and up to 1, got 2 at line 3",
                "treatment: pseudonymise, form: x | columns.a.form must be one of token, shaped, got \"x\" at line 3",
                "kind: nmae | columns.a.kind must be one of category,",
            })
    void whatDoesNotGoTogetherIsRefused(String keys, String message) {
        Written.in(folder)
                .refusal(Written.MINIMAL + "columns: { a: { " + keys + " } }")
                .hasMessageStartingWith(message);
    }

    @Test
    void theTreatmentCountsForWhatIsLearned() {
        String plain = Written.in(folder)
                .read(Written.MINIMAL + "columns: { a: { treatment: mask } }")
                .learningHash();
        String other = Written.in(folder)
                .read(Written.MINIMAL + "columns: { a: { treatment: mask, last: 4 } }")
                .learningHash();
        assertThat(plain).isNotEqualTo(other);
    }
}
