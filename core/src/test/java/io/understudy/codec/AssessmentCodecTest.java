package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Variable;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssessmentCodecTest {

    @Test
    void gapsAndCellsAlternate() {
        AssessmentCodec codec = numbers(Cases.LONG, Cases.missing(1, Cases.keys(7, 10, 10, 30, 20)));
        assertThat(codec.domain().variables()).containsExactly(new Variable(Cases.NAME, 8, true, true));
        assertThat(codes(codec, Cases.keys(5, 10, 15, 20, 25, 30, 35))).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(codes(codec, Cases.missing(1, Cases.keys(10, 10)))).containsExactly(0, 2);
        assertThat(codec.numbers(0)).containsExactly(0, 10, 10, 15, 20, 25, 30, 30);
        assertThat(codec.positions(0)).containsExactly(0, 0, 16_384, 32_768, 40_960, 49_152, 57_344, 65_536);
    }

    @Test
    void kolmogorovSmirnovDistancesFromTrainingAreExactOnCodes() {
        RawColumn.Keyed training = Cases.doubles(3_000, row -> Math.rint(10 * new Random(row).nextGaussian()) / 4);
        AssessmentCodec codec = numbers(Cases.DOUBLE, training);
        for (int trial = 1; trial <= 5; trial++) {
            double shift = trial / 10.0;
            RawColumn.Keyed other = Cases.doubles(2_000, row -> shift + 2.4 * new Random(-row).nextGaussian());
            assertThat(onCodes(codec, training, other))
                    .isCloseTo(Cases.kolmogorovSmirnov(training.keys(), other.keys()), within(1e-12));
        }
    }

    @Test
    void coarseCountsAreOffByNoMoreThanTheirLargestCell() {
        RawColumn.Keyed training = Cases.doubles(100_000, row -> new Random(row).nextDouble());
        RawColumn.Keyed other = Cases.doubles(50_000, row -> StrictMath.sqrt(new Random(-row).nextDouble()));
        AssessmentCodec codec = numbers(Cases.DOUBLE, training);
        assertThat(codec.domain().size(0)).isLessThanOrEqualTo(1 << 16);
        assertThat(onCodes(codec, training, other))
                .isCloseTo(Cases.kolmogorovSmirnov(training.keys(), other.keys()), within(5e-4));
    }

    @Test
    void positionsAndNumbersAreOrderedFiniteAndInTheirUnits() {
        double[] hard = {Double.NaN, -1 / 0.0, 1 / 0.0, -0.0, 1e300, -5, Double.MIN_VALUE};
        AssessmentCodec codec = numbers(Cases.DOUBLE, Cases.doubles(hard));
        double[] numbers = codec.numbers(0);
        int[] positions = codec.positions(0);
        for (int code = 2; code < numbers.length; code++) {
            assertThat(numbers[code]).isFinite().isGreaterThanOrEqualTo(numbers[code - 1]);
            assertThat(positions[code]).isBetween(positions[code - 1], AssessmentCodec.UNIT);
        }
        assertThat(numbers[1]).isEqualTo(-5);
        assertThat(numbers[numbers.length - 1]).isEqualTo(1e300);
        assertThat(numbers(new ColumnType.Decimal(9, 2), Cases.keys(150, 250)).numbers(0))
                .containsExactly(0, 1.5, 1.5, 2, 2.5, 2.5);
        assertThat(numbers(new ColumnType.Decimal(30, 2), Cases.doubles(1.5, 2.5))
                        .numbers(0))
                .containsExactly(0, 1.5, 1.5, 2, 2.5, 2.5);
    }

    @Test
    void extremesOfTheRangeHaveCodes() {
        AssessmentCodec codec = numbers(Cases.LONG, Cases.keys(Long.MIN_VALUE, 0, Long.MAX_VALUE));
        assertThat(codes(codec, Cases.keys(Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE)))
                .containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void textsAreToldApartAndUnseenOnesAreTheLastCode() {
        RawColumn training = Cases.texts(Arrays.asList("b", "a", "b", "", null));
        AssessmentCodec codec = learn(new Column(Cases.NAME, Cases.TEXT, true), training, Kind.CATEGORY);
        assertThat(codec.domain().variables()).containsExactly(new Variable(Cases.NAME, 5, false, true));
        int[] codes = codes(codec, Cases.texts(Arrays.asList("b", "a", "", null, "A", "zzz")));
        assertThat(codes[0]).isEqualTo(1);
        assertThat(codes[3]).isZero();
        assertThat(Arrays.stream(codes).distinct()).hasSize(5);
        assertThat(codes[4]).isEqualTo(4).isEqualTo(codes[5]);
        assertThat(codec.positions(0)).isEmpty();
        assertThat(codec.numbers(0)).isEmpty();
    }

    @Test
    void textsBeyondTheMostFrequentShareACode() {
        int distinct = AssessedTexts.MAX_OWN + 1_000;
        String[] vocabulary =
                IntStream.range(0, distinct).mapToObj(i -> "text " + i).toArray(String[]::new);
        int[] ids = IntStream.range(0, 2 * AssessedTexts.MAX_OWN)
                .map(i -> i % distinct)
                .toArray();
        RawColumn training = new RawColumn.Texts(ids, vocabulary);
        AssessmentCodec codec = learn(new Column(Cases.NAME, Cases.TEXT, true), training, Kind.CATEGORY);
        assertThat(codec.domain().size(0)).isEqualTo(AssessedTexts.MAX_OWN + 3);
        int[] codes = codes(codec, training);
        assertThat(Arrays.stream(codes)
                        .filter(code -> code == AssessedTexts.MAX_OWN + 1)
                        .count())
                .isEqualTo(1_000);
    }

    @Test
    void equalTextsHaveEqualCodesBeyondWhatIsCountedSingly() {
        int distinct = 300_000;
        String[] vocabulary =
                IntStream.range(0, distinct).mapToObj(i -> "text " + i).toArray(String[]::new);
        int[] ids = IntStream.range(0, distinct).toArray();
        AssessmentCodec codec =
                learn(new Column(Cases.NAME, Cases.TEXT, true), new RawColumn.Texts(ids, vocabulary), Kind.CATEGORY);
        int unseen = codec.domain().size(0) - 1;
        assertThat(codes(codec, new RawColumn.Texts(ids, vocabulary))).doesNotContain(0, unseen);
    }

    @Test
    void identifiersAndFreeTextsAreLeftOut() {
        List<Column> columns = List.of(
                new Column("id", Cases.LONG, false),
                new Column("flag", new ColumnType.Flag(), false),
                new Column("note", Cases.TEXT, false));
        RawBlock block = new RawBlock(
                2, List.of(Cases.keys(1, 2), Cases.keys(0, 1), Cases.texts(List.of("one thing", "another"))));
        Profile profile = new Profile(columns);
        List<ColumnCounts> counts = profile.finish(profile.add(profile.zero(), block));
        AssessmentCodec codec = AssessmentCodec.learn(counts, List.of(Kind.IDENTIFIER, Kind.BOOLEAN, Kind.TEXT));
        assertThat(codec.columns()).containsExactly(1);
        assertThat(codec.domain().variables()).containsExactly(new Variable("flag", 6, false, true));
        assertThat(codec.encode(block).toArrays()).isEqualTo(new int[][] {{2, 4}});
    }

    @Test
    void columnsWithoutValuesHaveOneGap() {
        AssessmentCodec codec = numbers(Cases.LONG, Cases.missing(2, Cases.keys(1, 2)));
        assertThat(codec.domain().size(0)).isEqualTo(2);
        assertThat(codes(codec, Cases.missing(1, Cases.keys(5, 5)))).containsExactly(0, 1);
    }

    private static AssessmentCodec numbers(ColumnType type, RawColumn training) {
        return learn(new Column(Cases.NAME, type, true), training, Kind.NUMBER);
    }

    private static AssessmentCodec learn(Column column, RawColumn training, Kind kind) {
        return AssessmentCodec.learn(List.of(Cases.count(column, training)), List.of(kind));
    }

    private static int[] codes(AssessmentCodec codec, RawColumn column) {
        return codec.encode(new RawBlock(Cases.rows(column), List.of(column))).toArrays()[0];
    }

    private static double onCodes(AssessmentCodec codec, RawColumn first, RawColumn second) {
        return Cases.kolmogorovSmirnov(
                Arrays.stream(codes(codec, first)).asLongStream().toArray(),
                Arrays.stream(codes(codec, second)).asLongStream().toArray());
    }
}
