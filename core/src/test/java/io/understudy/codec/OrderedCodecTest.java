package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import io.understudy.schema.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderedCodecTest {
    private static final int K = 10;

    @Test
    void fewFrequentValuesComeBackExactly() {
        RawColumn.Keyed column = Cases.keys(1000, row -> (row % 7) * 1000L - 3);
        OrderedCodec codec = Cases.numbers(Cases.LONG, column, K);
        assertThat(codec.variable().size()).isEqualTo(7);
        assertThat(codec.variable().ordered()).isTrue();
        assertThat(Cases.decodeKeys(codec, Cases.encode(codec, column), 1)).isEqualTo(column.keys());
    }

    @Test
    void decodedColumnsHaveTheDistributionOfTheirSource() {
        assertThat(distance(Cases.LONG, Cases.keys(50_000, row -> square(row) / 1_000_000)))
                .isLessThan(0.005);
        assertThat(distance(Cases.DOUBLE, Cases.doubles(50_000, row -> gaussian(row))))
                .isLessThan(0.005);
        assertThat(distance(Cases.DOUBLE, Cases.doubles(50_000, row -> StrictMath.exp(3 * gaussian(row)))))
                .isLessThan(0.005);
        assertThat(distance(Cases.LONG, Cases.keys(50_000, row -> row % 10 == 0 ? square(row) : 99)))
                .isLessThan(0.005);
    }

    /** A million random doubles are far more than the cells that count them; a point mass survives among them. */
    @Test
    void coarseCountsKeepPointMassesAndTheDistribution() {
        RawColumn.Keyed column = Cases.doubles(1_000_000, row -> {
            Random random = new Random(row);
            return random.nextInt(10) < 3 ? 0 : random.nextDouble();
        });
        ColumnCounts counts = Cases.count(Cases.DOUBLE, column);
        assertThat(counts.exact()).isFalse();
        assertThat(counts.cells().size()).isLessThanOrEqualTo(Profile.KEY_CELLS);
        OrderedCodec codec = Cases.numbers(Cases.DOUBLE, column, K);
        long[] decoded = Cases.decodeKeys(codec, Cases.encode(codec, column), 1);
        assertThat(LongStream.of(decoded).filter(key -> key == 0).count())
                .isEqualTo(LongStream.of(column.keys()).filter(key -> key == 0).count());
        assertThat(Cases.kolmogorovSmirnov(column.keys(), decoded)).isLessThan(0.002);
    }

    @Test
    void noEndOfAnIntervalIsTheValueOfFewerThanTenRows() {
        Random random = new Random(5);
        RawColumn.Keyed column =
                Cases.keys(20_000, row -> row % 4 == 0 ? 1_000_000 : (long) (1e15 * random.nextGaussian()));
        Map<Long, Long> counts = LongStream.of(column.keys())
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        OrderedCodec.Parts parts = Cases.numbers(Cases.LONG, column, K).parts();
        for (long[] numbers : new long[][] {parts.lows(), parts.highs(), parts.uppers()}) {
            for (long number : numbers) {
                assertThat(counts.getOrDefault(number, (long) K)).isGreaterThanOrEqualTo(K);
            }
        }
        for (long weight : parts.weights()) {
            assertThat(weight).isGreaterThanOrEqualTo(K);
        }
    }

    @Test
    void extremesArePulledInToTheMeanOfTheOutermostRowsUnlessKept() {
        RawColumn.Keyed column = Cases.keys(1000, row -> row == 0 ? 1_000_000 : 100 + row);
        long[] decoded = Cases.decodeKeys(Cases.numbers(Cases.LONG, column, K), new int[1000], 1);
        OrderedCodec.Parts parts = Cases.numbers(Cases.LONG, column, K).parts();
        assertThat(parts.lows()[0]).isEqualTo(105);
        assertThat(parts.highs()[parts.highs().length - 1]).isEqualTo(100_986);
        assertThat(LongStream.of(decoded).min().orElseThrow()).isGreaterThanOrEqualTo(105);

        Settings kept = Cases.k(K).withKeptExtremes(Set.of(Cases.NAME));
        OrderedCodec exact = OrderedCodec.learn(Cases.count(Cases.LONG, column), Kind.NUMBER, kept);
        assertThat(exact.parts().lows()[0]).isEqualTo(101);
        assertThat(exact.parts().highs()[parts.highs().length - 1]).isEqualTo(1_000_000);
    }

    @Test
    void rareValuesBetweenFrequentOnesComeOutAsTheNearest() {
        RawColumn.Keyed column = Cases.keys(1000, row -> row < 3 ? 40 + row : row % 2 == 0 ? 0 : 100);
        OrderedCodec codec = Cases.numbers(Cases.LONG, column, K);
        assertThat(codec.variable().size()).isEqualTo(2);
        assertThat(Cases.encode(codec, Cases.keys(0, 42, 50, 51, 100, 1000))).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void specialNumbersKeepThemselvesAndStayOutOfIntervals() {
        double[] special = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0, 0.0};
        RawColumn.Keyed column =
                Cases.doubles(2000, row -> row % 2 == 0 ? special[row / 2 % 5] : new Random(row).nextDouble() - 0.5);
        OrderedCodec codec = Cases.numbers(Cases.DOUBLE, column, K);
        long[] decoded = Cases.decodeKeys(codec, Cases.encode(codec, column), 7);
        for (int row = 0; row < 2000; row++) {
            if (row % 2 == 0) {
                assertThat(decoded[row]).isEqualTo(column.keys()[row]);
            } else {
                assertThat(Keys.toDouble(decoded[row])).isBetween(-0.5, 0.5);
            }
        }
    }

    @Test
    void rareSpecialNumbersGoToTheNearestFiniteOnes() {
        RawColumn.Keyed column = Cases.doubles(2000, row -> row == 0 ? Double.NaN : row == 1 ? 1 / 0.0 : row % 50);
        OrderedCodec codec = Cases.numbers(Cases.DOUBLE, column, K);
        int[] codes = Cases.encode(codec, Cases.doubles(Double.NaN, 1 / 0.0, -1 / 0.0, 49, 0));
        assertThat(codes).containsExactly(49, 49, 0, 49, 0);
        assertThat(Cases.encode(codec, Cases.keys(Keys.ofDouble(Double.longBitsToDouble(-1L)))))
                .containsExactly(49);
    }

    @Test
    void decodedValuesLieOnTheGridOfTheirColumn() {
        RawColumn.Keyed minutes =
                Cases.keys(9_000, row -> 60_000_000L * (28_000_000L + new Random(row).nextInt(500_000)));
        assertThat(decoded(new ColumnType.Timestamp(), minutes)).allMatch(key -> key % 60_000_000L == 0);

        RawColumn.Keyed cents = Cases.keys(9_000, row -> 5L * new Random(row).nextInt(500_000));
        assertThat(decoded(new ColumnType.Decimal(10, 2), cents)).allMatch(key -> key % 5 == 0);

        RawColumn.Keyed odd = Cases.keys(9_000, row -> 2L * new Random(row).nextInt(500_000) - 70_001);
        assertThat(decoded(Cases.LONG, odd)).allMatch(key -> Math.floorMod(key, 2) == 1);

        RawColumn.Keyed tenths = Cases.doubles(9_000, row -> new Random(row).nextInt(500_000) / 10.0);
        assertThat(decoded(Cases.DOUBLE, tenths))
                .allMatch(key -> Double.toString(Keys.toDouble(key)).matches("\\d+\\.\\d"));

        RawColumn.Keyed floats = Cases.keys(9_000, row -> Keys.ofFloat(new Random(row).nextInt(50_000) / 100f));
        assertThat(decoded(Cases.FLOAT, floats))
                .allMatch(key -> Float.toString(Keys.toFloat(key)).matches("\\d+\\.\\d\\d?"));
    }

    /** Years of appointments in office hours: nearly every value is one row's, and intervals span nights and weekends. */
    @Test
    void timesKeepToOfficeHoursAndWeekdaysAndWholeMinutes() {
        RawColumn.Keyed column = Cases.keys(4_000, row -> {
            Random random = new Random(row);
            long day = 16_000L + random.nextInt(2_500);
            long weekday = Math.floorMod(day + 3, 7) < 5 ? day : day - 2;
            return 60_000_000L * (24 * 60 * weekday + 8 * 60 + random.nextInt(10 * 60));
        });
        long[] decoded = decoded(new ColumnType.Timestamp(), column).toArray();
        assertThat(LongStream.of(decoded)).allMatch(key -> key % 60_000_000L == 0);
        assertThat(LongStream.of(decoded).map(key -> Math.floorMod(key, 86_400_000_000L) / 3_600_000_000L))
                .allMatch(hour -> hour >= 8 && hour < 18);
        assertThat(LongStream.of(decoded).map(key -> Math.floorMod(Math.floorDiv(key, 86_400_000_000L) + 3, 7)))
                .allMatch(weekday -> weekday < 5);
        assertThat(Cases.kolmogorovSmirnov(column.keys(), decoded)).isLessThan(0.02);
    }

    @Test
    void ordinalsNeverTakeAValueBetweenFrequentOnes() {
        RawColumn.Keyed column = Cases.keys(2_000, row -> row < 40 ? 1_000 + row : 10L * (row % 20));
        OrderedCodec codec = (OrderedCodec) Cases.learn(Cases.LONG, column, Kind.ORDINAL, K);
        assertThat(codec.variable().ordered()).isTrue();
        assertThat(LongStream.of(Cases.decodeKeys(codec, Cases.encode(codec, column), 1)))
                .allMatch(key -> key % 10 == 0 && key < 200);
    }

    @Test
    void monthEndsThatAreTooRareToKeepThemselvesAreStillMonthEnds() {
        RawColumn.Keyed column = Cases.keys(600, row -> {
            LocalDate day = LocalDate.of(1990, 1, 1).plusMonths(new Random(row).nextInt(240));
            return day.withDayOfMonth(day.lengthOfMonth()).toEpochDay();
        });
        assertThat(decoded(new ColumnType.Date(), column))
                .allMatch(day -> LocalDate.ofEpochDay(day + 1).getDayOfMonth() == 1);
    }

    @Test
    void manyValuesShareCodesOfNearEqualMassAndHeavyOnesStandAlone() {
        RawColumn.Keyed column = Cases.keys(50_000, row -> row % 5 == 0 ? 77 : square(row) % 1_000_000);
        OrderedCodec codec = Cases.numbers(Cases.LONG, column, K);
        int[] codes = Cases.encode(codec, column);
        long[] mass = new long[codec.variable().size()];
        Arrays.stream(codes).forEach(code -> mass[code]++);
        int heavy = Cases.encode(codec, Cases.keys(77))[0];
        assertThat(mass.length).isBetween(256, 512);
        assertThat(mass[heavy])
                .isEqualTo(LongStream.of(column.keys()).filter(key -> key == 77).count());
        for (int code = 0; code < mass.length; code++) {
            assertThat(mass[code]).isLessThan(code == heavy ? 50_000 : 500);
        }
    }

    @Test
    void missingNeedsTenRowsToHaveACode() {
        RawColumn.Keyed nine = Cases.missing(9, Cases.keys(100, row -> row % 3));
        OrderedCodec without = Cases.numbers(Cases.LONG, nine, K);
        assertThat(without.variable().missing()).isFalse();
        assertThat(Cases.encode(without, nine)[0]).isEqualTo(Cases.encode(without, Cases.keys(0))[0]);
        OrderedCodec with = Cases.numbers(Cases.LONG, Cases.missing(10, nine), K);
        assertThat(with.variable().missing()).isTrue();
        assertThat(Cases.encode(with, nine)[0]).isZero();
    }

    @Test
    void unorderedKeysAreNeverMixed() {
        RawColumn.Keyed column = Cases.keys(1000, row -> row < 50 ? 1000 + row / 5 : row % 4);
        OrderedCodec codec = (OrderedCodec) Cases.learn(Cases.LONG, column, Kind.CATEGORY, K);
        assertThat(codec.variable().ordered()).isFalse();
        Set<Long> shown = new HashSet<>();
        LongStream.of(Cases.decodeKeys(codec, Cases.encode(codec, column), 1)).forEach(shown::add);
        assertThat(shown).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    }

    @Test
    void aColumnOfFewerThanTenRowsShowsZeroOrMissing() {
        OrderedCodec zero = Cases.numbers(Cases.LONG, Cases.keys(5, row -> 1234), K);
        assertThat(Cases.decodeKeys(zero, new int[3], 1)).containsExactly(0, 0, 0);
        Codec absent = Cases.learn(Cases.LONG, Cases.missing(15, Cases.keys(20, row -> 1234)), Kind.NUMBER, K);
        assertThat(absent).isEqualTo(new AbsentCodec(Cases.NAME, true));
    }

    @Test
    void wideDecimalsAreNumbersOfTheirScale() {
        Column column = new Column("amount", new ColumnType.Decimal(30, 3), true);
        RawColumn.Keyed cells = Cases.doubles(5_000, row -> new Random(row).nextInt(9_000_000) / 1000.0);
        OrderedCodec codec = OrderedCodec.learn(Cases.count(column, cells), Kind.NUMBER, Cases.k(K));
        assertThat(codec.parts().grid()).isEqualTo(new Ticks(KeyForm.DOUBLE, 3, 0, 1));
    }

    @Test
    void valuesThatManyRowsHaveAreKeptApartBeyondTheCodesOfIntervals() {
        RawColumn.Keyed column = Cases.keys(30_000, row -> 3L * (row % 1_500));
        OrderedCodec codec = Cases.numbers(Cases.LONG, column, K);
        assertThat(codec.variable().size()).isEqualTo(1_500);
        assertThat(Cases.decodeKeys(codec, Cases.encode(codec, column), 1)).isEqualTo(column.keys());
    }

    @Test
    void aColumnOfIntervalsHasNoMoreCodesThanPlanned() {
        RawColumn.Keyed column = Cases.doubles(60_000, OrderedCodecTest::gaussian);
        OrderedCodec codec = Cases.numbers(Cases.DOUBLE, column, K);
        assertThat(codec.variable().size()).isLessThanOrEqualTo(Settings.DEFAULT_CODES);
    }

    @Test
    void theMeanOfALongTailSurvives() {
        RawColumn.Keyed column = Cases.doubles(30_000, row -> StrictMath.exp(gaussian(row)));
        OrderedCodec codec = Cases.numbers(Cases.DOUBLE, column, K);
        long[] decoded = Cases.decodeKeys(codec, Cases.encode(codec, column), 3);
        double mean = LongStream.of(column.keys())
                .mapToDouble(Keys::toDouble)
                .average()
                .orElseThrow();
        assertThat(LongStream.of(decoded).mapToDouble(Keys::toDouble).average().orElseThrow())
                .isCloseTo(mean, within(0.01 * mean));
    }

    private static LongStream decoded(ColumnType type, RawColumn.Keyed column) {
        OrderedCodec codec = Cases.numbers(type, column, K);
        return LongStream.of(Cases.decodeKeys(codec, Cases.encode(codec, column), 1));
    }

    private static double distance(ColumnType type, RawColumn.Keyed column) {
        return Cases.kolmogorovSmirnov(column.keys(), decoded(type, column).toArray());
    }

    private static double gaussian(int row) {
        return new Random(row).nextGaussian();
    }

    private static long square(int row) {
        long uniform = new Random(row).nextInt(30_000);
        return uniform * uniform;
    }
}
