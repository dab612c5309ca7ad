package io.understudy.codec.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL|jane.doe+x@mail.example.org|jane.doe@|a@b|@x.org|jane doe@x.org",
                "PHONE|+49 171 1234567|0171 1234567|+12|1234567|Tel. +49",
                "PHONE|(555) 123-4567|555-123-4567|(5) x|2021-03-04|12.5",
                "PHONE_LIKE|0171/1234567|12345|1234567890123456|a1234567|1:23:45",
                "IBAN|DE89 3704 0044 0532 0130 00|DE88 3704 0044 0532 0130 00|DE89|8937040044053201300|DE89370400440532013",
                "IBAN|GB29NWBK60161331926819|GB29NWBK60161331926818|gb29NWBK60161331926819|G129NWBK|GB",
                "CARD|4111 1111 1111 1111|4111 1111 1111 1112|0000000000000000|411111111111|x4111111111111111",
                "CARD|378282246310005|378282246310006|9999999999999995|12|4111.1111.1111.1111",
                "IP|192.168.0.1|192.168.0.256|1.2.3|1.2.3.4.5|12:30:45",
                "IP|2001:db8::1|2001:db8:::1|::|1:2:3|aa:bb:cc:dd:ee:ff",
                "NAME|Braund, Mr. Owen Harris|central flat near the Meadows|Room 5|x|jane",
                "NAME|Ludwig van Beethoven|WHITE HANGING HEART T-LIGHT HOLDER 2|a b|3M|of mice",
                "ADDRESS|12 Main Street|Main Street|12|5 kg|a@b.de 12 xx",
                "ID_LIKE|123-45-6789|12345|a|12:34:56:78|12345678901234567"
            })
    void aTraitIsOfSomeTextsAndNotOfOthers(Trait trait, String has, String a, String b, String c, String d) {
        assertThat(has(trait, has)).as(has).isTrue();
        for (String text : List.of(a, b, c, d)) {
            assertThat(has(trait, text)).as(text).isFalse();
        }
    }

    private static boolean has(Trait trait, String text) {
        long[] counts = Trait.zero();
        Trait.count(text, 3, counts);
        return trait.rows(Arrays.stream(counts).boxed().toList()) == 3;
    }
}
