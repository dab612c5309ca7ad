package io.understudy.jobs.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Treatment;
import io.understudy.jobs.job.Treatment.KeySource;
import io.understudy.jobs.job.Treatment.Way;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import io.understudy.schema.Kind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTreatmentsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final KeySource SOURCE = new KeySource(KeySource.Place.ENV, "UNDERSTUDY_KEY");
    private static final Applied TOKEN = new Applied.Pseudonymised(SOURCE, false);
    private static final Applied SHAPED = new Applied.Pseudonymised(SOURCE, true);
    private static final long[] INCOMES =
            LongStream.range(0, 5_000).map(i -> 20_000 + (i * 7919) % 60_000).toArray();

    private static String one(Applied applied, String text) {
        Treatments treatments = Tables.treatments(Tables.text("a", Kind.TEXT, applied));
        return Tables.texts(treatments.synthetic(Tables.same(1, text), 0, 0), 0).get(0);
    }

    /** Base 32 by one big number rather than by windows of bits. */
    private static String token(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash = Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 20);
        String digits = new BigInteger(1, hash).toString(32);
        StringBuilder token = new StringBuilder("a".repeat(32 - digits.length()));
        digits.chars().forEach(c -> token.append("abcdefghijklmnopqrstuvwxyz234567".charAt(Character.digit(c, 32))));
        return token.toString();
    }

    @ParameterizedTest
    @CsvSource({"ann@x.org", "Žofie", "0"})
    void aPseudonymIsTheKeyedHashOfTheValue(String text) throws Exception {
        assertThat(one(TOKEN, text)).isEqualTo(token(text)).hasSize(32);
    }

    @Test
    void aShapedPseudonymLooksLikeItsValueAndIsStable() {
        String shaped = one(SHAPED, "Ann O'Neil-42, 0171/2345678 and more than one hash full of letters");
        assertThat(shaped)
                .matches("[A-Z][a-z]{2} [A-Z]'[A-Z][a-z]{3}-\\d\\d, \\d{4}/\\d{7} [a-z]{3} .*")
                .isEqualTo(one(SHAPED, "Ann O'Neil-42, 0171/2345678 and more than one hash full of letters"))
                .isNotEqualTo(one(SHAPED, "Ann O'Neil-43, 0171/2345678 and more than one hash full of letters"));
    }

    @Test
    void realCellsGetThePseudonymsOfSyntheticOnes() {
        Treatments treatments = Tables.treatments(Tables.text("a", Kind.CATEGORY, TOKEN));
        RawBlock cells = Tables.same(3, "north");
        assertThat(Tables.texts(treatments.real(cells), 0))
                .isEqualTo(Tables.texts(treatments.synthetic(cells, 9, 9), 0))
                .containsOnly(one(TOKEN, "north"));
    }

    @Test
    void aMissingKeySaysHowToGiveIt(@TempDir Path folder) throws Exception {
        List<TreatedColumn> columns = List.of(Tables.text("email", Kind.EMAIL, TOKEN));
        assertThatThrownBy(() -> Treatments.of(columns, Map.of(), Real.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("columns.email is to be pseudonymised, but its key is missing: the environment variable"
                        + " UNDERSTUDY_KEY is not set or empty; put a secret of at least 16 characters there, or say where"
                        + " it lies with columns.email.key: { env: NAME } or { file: PATH }");
        assertThatThrownBy(() -> Treatments.of(columns, Map.of("UNDERSTUDY_KEY", "short-secret"), Real.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds fewer than 16 characters, which can be guessed")
                .hasMessageNotContaining("short-secret");
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        assertThat(Secret.of("a", new KeySource(KeySource.Place.FILE, file.toString()), Map.of()))
                .hasToString("(secret)");
        assertThatThrownBy(() -> Secret.of("a", new KeySource(KeySource.Place.FILE, file + "x"), Map.of()))
                .hasMessageContaining("the file " + file + "x cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | Ann O'Neil-42 | *** *'****-**",
                "4 | 4111 1111-1111 1234 | **** ****-**** 1234",
                "2 | +1 (5) 6 | +* (5) 6"
            })
    void aMaskLeavesSeparatorsLengthAndTheLastFew(int last, String text, String masked) {
        assertThat(one(new Applied.Masked(last), text)).isEqualTo(masked);
    }

    @Test
    void daysBecomeMonthsAndTimesBecomeDays() {
        long day = LocalDate.of(1969, 2, 17).toEpochDay();
        long[] days = LongStream.range(0, 100).map(i -> day + i).toArray();
        RawColumn.Keyed months = (RawColumn.Keyed)
                Learned.keys(new ColumnType.Date(), days).synthetic(Kind.DATE, Treatment.of(Way.GENERALISE));
        assertThat(LocalDate.ofEpochDay(months.keys()[0])).isEqualTo("1969-02-01");
        assertThat(LongStream.of(months.keys()).distinct().count()).isEqualTo(4);

        long[] times = LongStream.range(0, 100)
                .map(i -> -86_400_000_000L + i * 3_600_000_000L)
                .toArray();
        RawColumn.Keyed starts = (RawColumn.Keyed)
                Learned.keys(new ColumnType.Timestamp(), times).synthetic(Kind.TIMESTAMP, Treatment.of(Way.GENERALISE));
        assertThat(LongStream.of(starts.keys()).distinct().toArray())
                .containsExactly(-86_400_000_000L, 0, 86_400_000_000L, 172_800_000_000L, 259_200_000_000L);
    }

    @Test
    void numbersAreRoundedToFewRoundSteps() {
        RawColumn.Keyed rounded = (RawColumn.Keyed)
                Learned.keys(new ColumnType.Whole(4), INCOMES).synthetic(Kind.NUMBER, Treatment.of(Way.GENERALISE));
        long[] values = LongStream.of(rounded.keys()).distinct().sorted().toArray();

        assertThat(values.length).isBetween(5, 40);
        assertThat(LongStream.of(values).allMatch(value -> value % 1000 == 0)).isTrue();
        for (int row = 0; row < INCOMES.length; row++) {
            assertThat(INCOMES[row] - rounded.keys()[row]).isBetween(0L, 9_999L);
        }
    }

    @Test
    void fractionsAreRoundedAndWhatIsNoNumberStays() {
        long[] keys = IntStream.range(0, 1_000)
                .mapToLong(i -> Keys.ofDouble(i < 20 ? Double.NaN : i * 0.01))
                .toArray();
        RawColumn.Keyed rounded = (RawColumn.Keyed)
                Learned.keys(new ColumnType.Real(8), keys).synthetic(Kind.NUMBER, Treatment.of(Way.GENERALISE));

        assertThat(Keys.toDouble(rounded.keys()[0])).isNaN();
        assertThat(LongStream.of(rounded.keys()).distinct().count()).isBetween(4L, 42L);
        assertThat(Keys.toDouble(rounded.keys()[999])).isBetween(8.9, 9.99);
    }

    @Test
    void noiseIsLaplaceOfTheAskedScaleAndStaysInRange() {
        Treatment asked = new Treatment(
                Way.PERTURB, Optional.empty(), Optional.empty(), false, 0, java.util.OptionalDouble.of(0.02));
        RawColumn.Keyed noisy =
                (RawColumn.Keyed) Learned.keys(new ColumnType.Whole(4), INCOMES).synthetic(Kind.NUMBER, asked);
        double[] moved = IntStream.range(0, INCOMES.length)
                .mapToDouble(row -> Math.abs(noisy.keys()[row] - INCOMES[row]))
                .toArray();

        // The mean absolute deviation of Laplace noise is its scale: 2 % of an interquartile range of 30,000.
        assertThat(Arrays.stream(moved).average().orElseThrow()).isCloseTo(600, within(60.0));
        assertThat(LongStream.of(noisy.keys()).min().orElseThrow()).isGreaterThanOrEqualTo(20_000);
        assertThat(LongStream.of(noisy.keys()).max().orElseThrow()).isLessThan(80_000);
    }

    @Test
    void coarserTextsAreThoseThatEnoughRowsShare() {
        String[] emails = IntStream.range(0, 100)
                .mapToObj(i -> "p" + i + (i < 60 ? "@acme.com" : i < 95 ? "@mail.org" : "@rare" + i + ".net"))
                .toArray(String[]::new);
        Applied.Coarsened domains = (Applied.Coarsened)
                Learned.texts(emails).decided(Kind.EMAIL, Optional.of(Treatment.of(Way.GENERALISE)));
        assertThat(domains.values()).containsExactly("acme.com", "mail.org");
        assertThat(domains.weights()).as("rounded to multiples of k").containsExactly(60, 40);

        RawColumn.Texts drawn =
                (RawColumn.Texts) Learned.texts(emails).synthetic(Kind.EMAIL, Treatment.of(Way.GENERALISE));
        assertThat(IntStream.of(drawn.ids()).filter(id -> id == 0).count()).isBetween(45L, 80L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL   | a.b@c.de                      | c.de",
                "IP      | 10.1.2.3                      | 10.1.2.0/24",
                "IP      | 2a02:8108:1:2::3              | 2a02:8108:1::/48",
                "ADDRESS | 1 High St, Leeds, LS1 4AP      | LS1 4AP",
                "NAME    | Smith, John Paul              | S. J. P.",
                "TEXT    | call back the customer soon    | call back the customer",
            })
    void everyKindOfTextHasACoarserOne(Kind kind, String text, String coarser) {
        assertThat(Coarser.of(kind).orElseThrow().of(text).get(0)).isEqualTo(coarser);
    }

    @Test
    void textsKeepTheFirstWordsThatEnoughRowsShareAndNoRareOne() {
        String[] remarks = IntStream.range(0, 60)
                .mapToObj(i -> i < 30 ? "call back Mr " + i : i < 55 ? "call later " + i : "unique" + i + " word")
                .toArray(String[]::new);
        Learned learned = Learned.texts(remarks);
        Applied.Coarsened starts =
                (Applied.Coarsened) learned.decided(Kind.TEXT, Optional.of(Treatment.of(Way.GENERALISE)));
        assertThat(starts.values()).containsExactly("call back Mr", "call later");
        Treatments treatments = Tables.treatments(Tables.text("a", Kind.TEXT, starts));
        RawBlock real = treatments.real(new RawBlock(60, List.of(learned.cells())));
        assertThat(Tables.texts(real, 0)).containsOnly("call back Mr", "call later", "*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CATEGORY | FAKE       | fake does not fit a column of kind category, type text; what does: pseudonymise, mask, drop",
                "CATEGORY | GENERALISE | generalise does not fit a column of kind category, type text (rare categories are taken care of by columns.NAME.rare); what does: pseudonymise, mask, drop",
                "EMAIL    | PERTURB    | perturb does not fit a column of kind email, type text; what does: fake, pseudonymise, mask, generalise, drop",
                "IBAN     | GENERALISE | generalise does not fit a column of kind iban, type text; what does: fake, pseudonymise, mask, drop",
            })
    void aTreatmentThatDoesNotFitIsRefused(Kind kind, Way way, String message) {
        Learned learned =
                Learned.texts(IntStream.range(0, 40).mapToObj(i -> "v" + i % 2).toArray(String[]::new));
        assertThatThrownBy(() -> learned.decided(kind, Optional.of(Treatment.of(way))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("columns.a.treatment: " + message);
    }

    @Test
    void aNumberIsNotFaked() {
        Learned learned = Learned.keys(new ColumnType.Whole(4), INCOMES);
        assertThatThrownBy(() -> learned.decided(Kind.NUMBER, Optional.of(Treatment.of(Way.FAKE))))
                .hasMessage("columns.a.treatment: fake does not fit a column of kind number, type whole number;"
                        + " what does: generalise, perturb, drop");
    }

    @Test
    void personalColumnsAreFakedWhereNothingIsSaid() {
        Learned learned = Learned.texts(
                IntStream.range(0, 40).mapToObj(i -> "P" + i + "@Q.ORG").toArray(String[]::new));
        Applied.Faked faked = (Applied.Faked) learned.decided(Kind.EMAIL, Optional.empty());
        assertThat(faked.distinct()).isTrue();
        assertThat(faked.style().letters()).isEqualTo(Style.Letters.UPPER);
        assertThat(learned.decided(Kind.TEXT, Optional.empty())).isEqualTo(new Applied.Nothing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de_DE | columns.a.locale: nothing can be made up for \"de_DE\"; did you mean \"de-DE\"?",
                "ed    | columns.a.locale: nothing can be made up for \"ed\"; did you mean \"de\"?",
                "klingon | columns.a.locale: nothing can be made up for \"klingon\"; known languages: ar, be, bg,",
            })
    void anUnknownLocaleNamesTheNearest(String locale, String message) {
        assertThatThrownBy(() -> Locales.check("a", locale))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }
}
