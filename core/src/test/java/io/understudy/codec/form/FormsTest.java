package io.understudy.codec.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.schema.Keys;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "$1,234.00|1234",
                "-$1,234.50|-1234.5",
                "$-3.50|-3.5",
                "($12.00)|-12",
                "1.234,56 €|1234.56",
                "1 234 567,8|1234567.8",
                "1’234.5|1234.5",
                "12.5 %|12.5",
                "100%|100",
                "+7.25|7.25",
                "EUR 9.99|9.99",
                "9,99 kr|9.99",
                "R$ 5.10|5.1",
                "36 months|36",
                "0.001|0.001",
                "42|42",
                "17-|-17",
                "−5|-5"
            })
    void numbersAreReadAndWrittenBack(String text, double value) {
        Form form = formOf(List.of(text));
        assertThat(Keys.toDouble(form.parse(text))).isEqualTo(value);
        assertThat(form.write(form.parse(text))).isEqualTo(text);
        assertThat(form.fits(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "N/A",
                "007",
                "01234",
                "INV-42",
                "1,23,45",
                "1.2.3",
                "12 34",
                "--5",
                "$",
                "1234567890123456",
                "12 Main Street",
                "2021-02-30",
                "31/31/2021",
                "25:00",
                "12:60",
                "2021-13-01",
                "85123A1",
                "(5",
                "Apt 5",
                "a very long text of words that begins with no number and goes on"
            })
    void whatIsNoNumberAndNoTimeIsNotRead(String text) {
        List<Family> families = new ArrayList<>();
        Forms.read(text, reading((family, layout, key) -> families.add(family)));
        assertThat(families).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "yyyy/MM/dd",
                "dd.MM.yyyy",
                "dd-MM-yyyy",
                "d/M/yyyy",
                "MM/dd/yyyy",
                "dd/MM/yy",
                "yyyyMMdd",
                "dd-MMM-yyyy",
                "d MMM yyyy",
                "yyyy-MM-dd HH:mm",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd HH:mm:ss.SSS",
                "yyyy-MM-dd HH:mm:ss.SSSSSS",
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
                "yyyy-MM-dd'T'HH:mm:ss'+01:00'",
                "M/d/yyyy H:mm",
                "MM/dd/yyyy hh:mm:ss a",
                "dd.MM.yyyy HH:mm",
                "yyyyMMdd'T'HH:mm:ss",
                "HH:mm",
                "H:mm:ss",
                "h:mm a"
            })
    void daysAndTimesAreReadLikeTheLibraryOfThePlatformReadsThem(String pattern) {
        DateTimeFormatter oracle = DateTimeFormatter.ofPattern(pattern, Locale.US);
        Random random = new Random(pattern.hashCode());
        List<LocalDateTime> moments = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            moments.add(LocalDateTime.ofEpochSecond(random.nextInt(2_000_000_000), 0, ZoneOffset.UTC)
                    .plusNanos(1_000L * random.nextInt(1_000_000)));
        }
        List<String> texts = moments.stream().map(oracle::format).toList();
        Form form = formOf(texts);
        assertThat(texts).allMatch(form::fits);
        assertThat(texts.stream().map(form::parse).map(form::write)).isEqualTo(texts);
        if (pattern.startsWith("yyyy-MM-dd HH:mm:ss.SSSSSS")) {
            for (int i = 0; i < texts.size(); i++) {
                long micros = ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), moments.get(i));
                assertThat(form.parse(texts.get(i))).isEqualTo(micros);
            }
        }
        if (!pattern.contains("m")) {
            for (int i = 0; i < texts.size(); i++) {
                assertThat(LocalDate.ofEpochDay(form.parse(texts.get(i))))
                        .isEqualTo(moments.get(i).toLocalDate());
            }
        }
    }

    @Test
    void everyNumberAFormReadsItWritesBack() {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            double value = random.nextGaussian() * StrictMath.pow(10, random.nextInt(9));
            texts.add(String.format(Locale.US, "%,.2f", value));
        }
        Form form = formOf(texts);
        assertThat(form.pattern()).isEqualTo("#,##0.00");
        assertThat(texts).allMatch(form::fits);
        for (String text : texts) {
            assertThat(Keys.toDouble(form.parse(text))).isEqualTo(Double.parseDouble(text.replace(",", "")));
        }
    }

    @Test
    void minusZeroIsWrittenBackWithItsSign() {
        Form form = formOf(List.of("-0.00", "0.00", "1.50"));
        assertThat(form.write(form.parse("-0.00"))).isEqualTo("-0.00");
        assertThat(form.write(form.parse("0.00"))).isEqualTo("0.00");
    }

    @Test
    void digitsAfterThePointAreFixedOrAtLeastSoMany() {
        assertThat(formOf(List.of("1.50", "2.00", "3.25")).pattern()).isEqualTo("0.00");
        assertThat(formOf(List.of("1.5", "2", "3.25")).pattern()).isEqualTo("0.##");
        assertThat(formOf(List.of("1.5", "2.0", "3.25")).pattern()).isEqualTo("0.0#");
    }

    @Test
    void oneTextTellsTheMarkForAll() {
        assertThat(formOf(List.of("1.234", "1.234.567", "12")).pattern()).isEqualTo("#.##0");
        assertThat(formOf(List.of("1,234", "12", "1,5")).pattern()).isEqualTo("0,###");
    }

    /** The form that most of the texts fit, put together as a column's counts do. */
    private static Form formOf(List<String> texts) {
        Map<Family, Map<Long, Long>> families = new HashMap<>();
        texts.forEach(text -> Forms.read(
                text,
                reading((family, layout, key) ->
                        families.computeIfAbsent(family, f -> new HashMap<>()).merge(layout, 1L, Long::sum))));
        Forms.Fitted best = null;
        for (Family family : families.keySet()) {
            Map<Long, Long> layouts = new HashMap<>();
            families.forEach((other, part) -> {
                if (Forms.alike(family, other)) {
                    part.forEach((layout, rows) -> layouts.merge(layout, rows, Long::sum));
                }
            });
            Forms.Fitted fitted = Forms.fit(family, layouts);
            boolean time = fitted.form() instanceof TimeForm;
            if (best == null || fitted.fits() > best.fits() || (time && fitted.fits() == best.fits())) {
                best = fitted;
            }
        }
        assertThat(best).isNotNull();
        return java.util.Objects.requireNonNull(best).form();
    }

    private interface Read {
        void read(Family family, long layout, long key);
    }

    private static Readings reading(Read read) {
        return new Readings() {
            @Override
            public void read(Family family, long layout, long key) {
                read.read(family, layout, key);
            }

            @Override
            public void leadingZero() {
                // Told apart by what is not read.
            }
        };
    }
}
