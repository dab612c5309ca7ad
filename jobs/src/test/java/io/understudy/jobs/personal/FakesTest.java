package io.understudy.jobs.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.personal.Style.Letters;
import io.understudy.raw.RawBlock;
import io.understudy.schema.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakesTest {
    private static final int ROWS = 1000;
    private static final Style COMMAS = new Style(Letters.MIXED, true, false, false);
    private static final Style UPPER = new Style(Letters.UPPER, false, false, false);
    private static final Treatments PEOPLE = Tables.treatments(
            Tables.plain("sex"),
            Tables.text("first_name", Kind.NAME, Tables.fake()),
            Tables.text("last_name", Kind.NAME, Tables.fake()),
            Tables.text("full_name", Kind.NAME, Tables.fake()),
            Tables.text("email", Kind.EMAIL, Tables.fake()));

    private static RawBlock people(String sex) {
        return PEOPLE.synthetic(Tables.same(ROWS, sex, "Aaa", "Bbb", "Ccc Ddd", "e@f.gh"), 0, 1);
    }

    @Test
    void aRowTellsOfOnePersonInAllItsColumns() {
        RawBlock rows = people("F");
        for (int row = 0; row < ROWS; row++) {
            String first = Tables.texts(rows, 1).get(row);
            String last = Tables.texts(rows, 2).get(row);
            assertThat(Tables.texts(rows, 3).get(row)).isEqualTo(first + " " + last);
            if (row < 50) {
                assertThat(Tables.texts(rows, 4).get(row))
                        .matches(plain(first) + "\\." + plain(last) + "@example\\.(com|org|net)");
            }
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    }

    @ParameterizedTest
    @CsvSource({"F,M", "female,male", "w,m", "Weiblich,Männlich", "Mrs.,Mr.", "FEMME,HOMME"})
    void theFirstNameFollowsTheSex(String female, String male) {
        Set<String> women = new HashSet<>(Tables.texts(people(female), 1));
        Set<String> men = new HashSet<>(Tables.texts(people(male), 1));
        Set<String> both = new HashSet<>(women);
        both.retainAll(men);

        assertThat(women).hasSizeGreaterThan(300);
        assertThat(men).hasSizeGreaterThan(300);
        assertThat(both.size()).isLessThan(60);
    }

    @Test
    void aSexThatIsNoneOfTheseLeavesTheNameOpen() {
        Set<String> names = new HashSet<>(Tables.texts(people("7"), 1));
        Set<String> ofWomen = new HashSet<>(Tables.texts(people("F"), 1));
        names.retainAll(ofWomen);
        assertThat(names).hasSizeBetween(50, 400);
    }

    @Test
    void aRowDependsOnSeedAndIndexAloneWhateverTheBlocks() {
        List<String> whole = Tables.texts(people("F"), 3);
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < ROWS; from += 250) {
            RawBlock block = Tables.same(250, "F", "Aaa", "Bbb", "Ccc Ddd", "e@f.gh");
            pieces.addAll(Tables.texts(PEOPLE.synthetic(block, from, 1), 3));
        }
        RawBlock other = PEOPLE.synthetic(Tables.same(ROWS, "F", "Aaa", "Bbb", "Ccc Ddd", "e@f.gh"), 0, 2);

        assertThat(pieces).isEqualTo(whole);
        assertThat(Tables.texts(other, 3)).isNotEqualTo(whole);
    }

    @Test
    void missingStaysMissing() {
        RawBlock rows = PEOPLE.synthetic(Tables.same(5, "F", "", "", "", ""), 0, 1);
        for (int column = 1; column < 5; column++) {
            assertThat(Tables.texts(rows, column)).containsOnly("");
        }
    }

    @Test
    void namesTakeTheOrderAndTheCaseOfTheColumn() {
        assertThat(Tables.faked(Kind.NAME, "Smith, John", Tables.fake("en", COMMAS, false)))
                .allMatch(name -> name.matches("[\\p{L}' .-]+, [\\p{L}' .-]+"));
        assertThat(Tables.faked(Kind.NAME, "JOHN SMITH", Tables.fake("en", UPPER, false)))
                .allMatch(name -> name.equals(name.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void paddedColumnsStayPadded() {
        Style padded = new Style(Letters.MIXED, false, false, true);
        assertThat(Tables.faked(Kind.NAME, "John Smith" + " ".repeat(40), Tables.fake("en", padded, false)))
                .allMatch(name -> name.length() == 50);
    }

    @Test
    void aCountryOfTheRowDecidesTheLocale() {
        Treatments treatments =
                Tables.treatments(Tables.plain("country"), Tables.text("name", Kind.NAME, Tables.fake()));

        List<String> japanese = Tables.texts(treatments.synthetic(Tables.same(20, "Japan", "Aa Bb"), 0, 1), 1);
        List<String> german = Tables.texts(treatments.synthetic(Tables.same(ROWS, "DE", "Aa Bb"), 0, 1), 1);

        assertThat(japanese)
                .allMatch(name -> name.codePoints().anyMatch(c -> Character.isIdeographic(c) || c > 0x3000));
        assertThat(german).anyMatch(name -> name.matches(".*[äöüß].*"));
    }

    @Test
    void aChosenLocaleWinsOverTheCountry() {
        Treatments treatments = Tables.treatments(
                Tables.plain("country"), Tables.text("name", Kind.NAME, Tables.fake("de", Style.PLAIN, false)));
        List<String> names = Tables.texts(treatments.synthetic(Tables.same(20, "Japan", "Aa Bb"), 0, 1), 1);
        assertThat(names).allMatch(name -> name.codePoints().allMatch(c -> c < 0x3000));
    }

    @Test
    void namesThatTheRowHasAlreadyAreUsed() {
        Treatments treatments = Tables.treatments(
                Tables.plain("first_name"),
                Tables.plain("surname"),
                Tables.text("email", Kind.EMAIL, Tables.fake("en", Style.PLAIN, true)));
        List<String> emails = Tables.texts(treatments.synthetic(Tables.same(100, "Zoë", "O'Neil", "a@b.cd"), 0, 1), 2);
        assertThat(emails).doesNotHaveDuplicates().allMatch(email -> email.matches("zoe\\.oneil\\d+@example\\.\\w+"));
    }

    @Test
    void twoPeopleOfARowAreTwo() {
        Treatments treatments = Tables.treatments(
                Tables.text("agent_name", Kind.NAME, Tables.fake()),
                Tables.text("customer_name", Kind.NAME, Tables.fake()),
                Tables.text("customer_email", Kind.EMAIL, Tables.fake()));
        RawBlock rows = treatments.synthetic(Tables.same(50, "Aa Bb", "Aa Bb", "a@b.cd"), 0, 1);
        assertThat(Tables.texts(rows, 0)).isNotEqualTo(Tables.texts(rows, 1));
        for (int row = 0; row < 50; row++) {
            String last = Tables.texts(rows, 1).get(row).replaceFirst(".* ", "");
            assertThat(Tables.texts(rows, 2).get(row)).contains(plain(last));
        }
    }

    @Test
    void anAddressNamesTheCityOfItsRow() {
        Treatments treatments = Tables.treatments(
                Tables.plain("city"),
                Tables.text(
                        "address",
                        Kind.ADDRESS,
                        Tables.fake("de", new Style(Letters.MIXED, true, false, false), false)));
        List<String> addresses =
                Tables.texts(treatments.synthetic(Tables.same(50, "Jena", "Weg 3, 07743 Jena"), 0, 1), 1);
        assertThat(addresses).allMatch(address -> address.matches(".+, \\d{5} Jena"));
    }

    @Test
    void whatTheRealTableHasIsDrawnAgain() {
        List<String> names = Tables.faked(Kind.NAME, "Aa Bb", Tables.fake());
        Set<String> real = new HashSet<>(names.subList(0, 500));
        Treatments treatments = Treatments.of(
                List.of(Tables.text("column", Kind.NAME, Tables.fake())),
                Tables.ENVIRONMENT,
                (column, text) -> real.contains(text));
        List<String> others = Tables.texts(treatments.synthetic(Tables.same(1000, "Aa Bb"), 0, 7), 0);

        assertThat(others).doesNotContainAnyElementsOf(real);
        assertThat(others.subList(500, 1000).stream().filter(names::contains).count())
                .isGreaterThan(450);
    }

    @ParameterizedTest
    @CsvSource({"ar", "cs", "de-AT", "en-GB", "fr-CA", "he", "ja", "pt-BR", "ta", "uk", "vi", "zh-CN", "nb", "it-CH"})
    void everyKindCanBeMadeUpInEveryLanguage(String locale) {
        Applied how = Tables.fake(locale, Style.PLAIN, false);
        for (Kind kind : Kind.values()) {
            if (kind.personal()) {
                assertThat(Tables.faked(kind, "Aa 99-99", how).subList(0, 20)).noneMatch(String::isBlank);
            }
        }
        assertThat(Locales.known()).contains(locale);
    }
}
