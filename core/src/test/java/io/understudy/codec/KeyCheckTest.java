package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Room;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCheckTest {
    private static final int K = 10;

    /** Published examples of each standard. */
    @ParameterizedTest
    @CsvSource({
        "LUHN, 4111111111111111",
        "LUHN, 5500 0000 0000 0004",
        "LUHN, 79927398713",
        "GTIN, 4006381333931",
        "GTIN, 978-0-306-40615-7",
        "GTIN, 036000291452",
        "GTIN, 73513537",
        "ISBN_10, 0-306-40615-2",
        "ISBN_10, 080442957X",
        "MOD_11_2, 0000-0002-1825-0097",
        "MOD_11_2, 0000-0001-5109-3700",
        "MOD_11_2, 0000-0002-1694-233X",
        "IBAN, GB82 WEST 1234 5698 7654 32",
        "IBAN, DE89370400440532013000",
    })
    void knownNumbersHold(KeyCheck check, String text) {
        assertThat(check.holds(text)).isTrue();
        assertThat(check.completed(text)).isEqualTo(text);
        char wrong = text.charAt(5) == '3' ? '4' : '3';
        String mistyped = text.substring(0, 5) + wrong + text.substring(6);
        if (Character.isDigit(text.charAt(5))) {
            assertThat(check.holds(mistyped)).isFalse();
            assertThat(check.holds(check.completed(mistyped))).isTrue();
        }
    }

    private static List<String> made(List<String> real, int rows) {
        RawColumn column = Cases.texts(real);
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.IDENTIFIER, K);
        int[] codes = IntStream.range(0, rows)
                .map(row -> row % codec.variable().size())
                .toArray();
        return Cases.cells(codec.decode(
                codes,
                new Draws(1, RowNumbers.run(0, rows), Cases.draws(1, 0, rows).bits(), t -> false, rows, Room.NEW)));
    }

    @ParameterizedTest
    @CsvSource({"LUHN, 41%014d", "GTIN, 40%011d", "ISBN_10, 0-306-%05d", "MOD_11_2, 0000-0002-%04d-", "IBAN, DE00%018d"
    })
    void whatRealKeysSatisfyMadeUpOnesDoToo(KeyCheck check, String form) {
        String ending = form.endsWith("-") ? "0000" : form.startsWith("0-") ? "-0" : "";
        List<String> real = IntStream.range(0, 300)
                .mapToObj(i -> check.completed(String.format(form, i * 31L) + ending))
                .filter(check::holds)
                .toList();
        assertThat(real).hasSizeGreaterThan(250);

        List<String> made = made(real, 2_000);

        assertThat(made).allMatch(check::holds);
        assertThat(new HashSet<>(made)).hasSize(2_000);
        assertThat(made).allMatch(text -> text.length() == real.get(0).length());
    }

    @Test
    void numbersWithACheckDigitToo() {
        RawColumn.Keyed column = Cases.keys(
                300, row -> Long.parseLong(KeyCheck.LUHN.completed(Long.toString(10_000_000_000L + 7_770L * row))));
        UniqueCodec codec = (UniqueCodec) Cases.learn(Cases.LONG, column, Kind.IDENTIFIER, K);
        assertThat(codec.parts().check()).isEqualTo(KeyCheck.LUHN);

        List<String> made = Cases.cells(Cases.decode(codec, new int[3_000], 1));

        assertThat(made).allMatch(KeyCheck.LUHN::holds).allMatch(text -> text.length() == 11);
        assertThat(new HashSet<>(made)).hasSize(3_000);
    }

    @Test
    void numbersThatFollowNoRuleAreFree() {
        RawColumn.Keyed column = Cases.keys(300, row -> 10_000_000_000L + 7_771L * row);
        assertThat(((UniqueCodec) Cases.learn(Cases.LONG, column, Kind.IDENTIFIER, K))
                        .parts()
                        .check())
                .isEqualTo(KeyCheck.NONE);
    }

    @Test
    void uuidsKeepTheirVersionAndVariant() {
        List<String> real = IntStream.range(0, 400)
                .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})
                        .toString())
                .toList();

        List<String> made = made(real, 1_000);

        assertThat(made)
                .allMatch(text -> UUID.fromString(text).version() == 3
                        && UUID.fromString(text).variant() == 2);
        assertThat(new HashSet<>(made)).hasSize(1_000).doesNotContainAnyElementsOf(real);
    }

    @Test
    void digestsStayDigests() {
        List<String> real = IntStream.range(0, 100)
                .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i})
                        .toString()
                        .replace("-", "")
                        .toUpperCase(Locale.ROOT))
                .toList();
        assertThat(made(real, 500)).allMatch(text -> text.matches("[0-9A-F]{32}"));
    }
}
