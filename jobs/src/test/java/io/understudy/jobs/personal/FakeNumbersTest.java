package io.understudy.jobs.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.schema.Kind;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeNumbersTest {

    private static List<String> faked(Kind kind, String template, String locale) {
        return Tables.faked(kind, template, Tables.fake(locale, Style.PLAIN, true));
    }

    /** ISO 7064 by the book: the whole number modulo 97. */
    private static boolean isIban(String iban) {
        String moved = iban.substring(4) + iban.substring(0, 4);
        StringBuilder digits = new StringBuilder();
        moved.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Luhn's check, from the right, with a table for the doubled digits. */
    private static boolean isLuhn(String digits) {
        int[] doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 1 ? doubled[digit] : digit;
        }
        return sum % 10 == 0;
    }

    @ParameterizedTest
    @CsvSource({
        "DE44500105175407324931, DE, DE\\d\\d99999999\\d{10}",
        "GB82 WEST 1234 5698 7654 32, GB, GB\\d\\dX{4}\\d{14}",
        "QX12345, FR, FR\\d\\d9{10}\\d{13}",
        "nothing, en, DE\\d\\d99999999\\d{10}"
    })
    void accountNumbersHaveRightCheckDigitsAndABankThatThereIsNot(String template, String locale, String pattern) {
        List<String> ibans = faked(
                Kind.IBAN,
                template,
                locale.length() == 2 && !locale.equals("en")
                        ? locale.equals("GB") ? "en-GB" : locale.toLowerCase(java.util.Locale.ROOT)
                        : locale);
        assertThat(ibans).doesNotHaveDuplicates();
        assertThat(ibans).allSatisfy(iban -> {
            assertThat(iban.replace(" ", "")).matches(pattern);
            assertThat(isIban(iban.replace(" ", ""))).isTrue();
            assertThat(iban.indexOf(' ') > 0).isEqualTo(template.indexOf(' ') > 0);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "4929 1234 5678 9012, 411111\\d{10}",
        "5212345678901234, 411111\\d{10}",
        "3712-345678-90123, 378282\\d{9}",
        "abc, 411111\\d{10}"
    })
    void cardNumbersHaveARightCheckDigitAndATestRange(String template, String pattern) {
        List<String> cards = faked(Kind.CARD, template, "en");
        assertThat(cards).doesNotHaveDuplicates();
        assertThat(cards).allSatisfy(card -> {
            String digits = card.replaceAll("\\D", "");
            assertThat(digits).matches(pattern);
            assertThat(isLuhn(digits)).isTrue();
            if (template.length() > 3) {
                assertThat(card.replaceAll("\\d", "9")).isEqualTo(template.replaceAll("\\d", "9"));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1-415-926-5358 | en | \\+1-[01]\\d\\d-555-01\\d\\d",
                "(415) 926-5358  | en-US | \\([01]\\d\\d\\) 555-01\\d\\d",
                "07911 123456    | en-GB | 07700 900\\d{3}",
                "+44 7911 123456 | en-GB | \\+44 7700 900\\d{3}",
                "030 12345678    | de | 030 23125\\d{3}",
                "06 12 34 56 78  | fr | 06 39 98 \\d\\d \\d\\d",
                "926-5358        | en | 555-01\\d\\d",
                "0301 2345       | de | 0302 3125",
                "+48 22 123 4567 | pl | .*00.*",
                "xy              | fr | \\+33 63998\\d{4}",
            })
    void telephoneNumbersKeepTheirLayoutAndRingNowhere(String template, String locale, String pattern) {
        List<String> phones = faked(Kind.PHONE, template.strip(), locale);
        assertThat(phones).allMatch(phone -> phone.matches(pattern.strip()), "matches " + pattern);
        assertThat(phones)
                .allMatch(phone -> template.strip().equals("xy")
                        || phone.length() == template.strip().length());
    }

    @Test
    void telephoneNumbersAreDistinctWhileThereAreEnough() {
        assertThat(faked(Kind.PHONE, "+1-415-926-5358", "en")).doesNotHaveDuplicates();
    }

    @Test
    void internetAddressesAreOfTheRangesForDocumentation() {
        assertThat(Tables.faked(Kind.IP, "99.99.9.9", Tables.fake()))
                .allMatch(ip -> ip.matches(
                        "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.([1-9]|\\d\\d|1\\d\\d|2[0-4]\\d|25[0-4])"));
        assertThat(faked(Kind.IP, "fe80::1", "en"))
                .doesNotHaveDuplicates()
                .allMatch(ip -> ip.matches("2001:db8(:[0-9a-f]{1,4}){6}"));
    }

    @Test
    void nationalNumbersKeepTheirShape() {
        assertThat(faked(Kind.NATIONAL_ID, "AB123456C", "en-GB"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("AB\\d{6}C"));
        assertThat(faked(Kind.NATIONAL_ID, "123-45-6789", "en"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("9\\d\\d-\\d\\d-\\d{4}"));
    }
}
