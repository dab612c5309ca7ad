package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "John Smith, Aaaa Aaaaa",
                "O'Neil-Döring, A'Aaaa-Aaaaaa",
                "2024-01-31, 9999-99-99",
                "INV-0042, \\I\\N\\V-9999",
                "AB12, \\A\\B99",
                "Abcdefg1, Aaaaaaa9",
                "x y 1, a a 9",
                "a~b\\c, a\\~a\\\\a",
                "\"\", \"\"",
                "\"  pad \", \"  aaa \""
            })
    void everyCharacterHasItsClass(String text, String shape) {
        assertThat(Shape.of(text)).isEqualTo(shape);
    }

    @Test
    void longTextsHaveACoarseShape() {
        assertThat(Shape.of("The quick brown fox jumped over 2 lazy dogs.")).isEqualTo("~48:Aa9 .");
        assertThat(Shape.of("x".repeat(10_000))).isEqualTo("~2048:a");
    }

    @Test
    void prefixesBecomeClassesAndThenOnlyLengthAndClassesRemain() {
        assertThat(Shape.coarser("\\I\\N\\V-9999")).contains("AAA-9999");
        assertThat(Shape.coarser("AAA-9999")).contains("~8:A9.");
        assertThat(Shape.coarser("a\\~a")).contains("~3:a.");
        assertThat(Shape.coarser("~8:A9.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,2", "3,3", "4,4", "5,6", "7,8", "9,12", "12,12", "13,16", "17,24", "49,64", "5000,2048"
    })
    void lengthsFallIntoBucketsOfHalfPowers(int length, int bucket) {
        assertThat(Shape.bucket(length)).isEqualTo(bucket);
    }

    @Test
    void whatIsWrittenHasTheShapeItWasWrittenFor() {
        for (String shape : List.of("Aaaa Aaaaa", "9999-99-99", "\\I\\N\\V-9999", "a\\~a\\\\a", "", "#!")) {
            for (long bits = 0; bits < 50; bits++) {
                String text = ShapeWriter.of(shape).write(bits * 0x9E3779B97F4A7C15L);
                assertThat(shapes(text)).contains(shape);
            }
        }
    }

    @Test
    void whatIsWrittenForACoarseShapeHasItsLengthAndItsClasses() {
        for (String shape : List.of("~48:Aa9 .", "~8:a", "~12:9", "~24:A ", "~2048:a ", "~0:", "~6:.", "~6:Aa9 .")) {
            for (long bits = 0; bits < 50; bits++) {
                String text = ShapeWriter.of(shape).write(bits * 0x9E3779B97F4A7C15L);
                assertThat(Shape.coarse(text)).isEqualTo(shape);
            }
        }
    }

    @Test
    void numbersOfAShapeAreDistinctTexts() {
        ShapeWriter writer = ShapeWriter.of("\\X9a");
        assertThat(writer.capacity()).isEqualTo(260);
        assertThat(LongStream.range(0, 260).mapToObj(writer::number).distinct())
                .hasSize(260)
                .contains("X0a", "X9z");
        assertThat(ShapeWriter.of("9".repeat(30)).capacity()).isZero();
    }

    /** The shape of a text and all that are coarser. */
    private static List<String> shapes(String text) {
        Optional<String> first = Optional.of(Shape.of(text));
        return Stream.iterate(first, Optional::isPresent, shape -> Shape.coarser(shape.get()))
                .map(Optional::get)
                .toList();
    }
}
