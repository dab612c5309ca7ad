package io.understudy.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that rows can have together are had by exactly as many as are asked for, and otherwise as the model says. */
class MarginsTest {

    /** Rows by kind of some table, and what can be asked for such that it is an answer. */
    private record Problem(Margins margins, double[] chances, long[] rows) {

        /**
         * Some kinds of rows that {@code properties} tell apart.
         *
         * @param most     rows of a kind
         * @param possible share of kinds that there are
         * @param empty    share of these of which there are no rows
         */
        static Problem random(SplittableRandom random, int properties, long most, double possible, double empty) {
            long[] sets = LongStream.range(0, 1L << properties)
                    .filter(set -> random.nextDouble() < possible)
                    .toArray();
            if (sets.length == 0) {
                return random(random, properties, most, possible, empty);
            }
            long[] rows = LongStream.of(sets)
                    .map(set -> random.nextDouble() < empty ? 0 : random.nextLong(most))
                    .toArray();
            rows[0] += 1;
            double[] chances = LongStream.of(sets)
                    .mapToDouble(set -> Math.pow(random.nextDouble(), 4) + 1e-6)
                    .toArray();
            return new Problem(margins(sets, properties, rows), chances, rows);
        }

        static Margins margins(long[] sets, int properties, long[] rows) {
            long[] amounts = IntStream.range(0, properties)
                    .mapToLong(property -> IntStream.range(0, sets.length)
                            .filter(kind -> (sets[kind] >>> property & 1) != 0)
                            .mapToLong(kind -> rows[kind])
                            .sum())
                    .toArray();
            return new Margins(sets, amounts, Arrays.stream(rows).sum());
        }
    }

    /** Kinds of rows by the properties they have, as bits. */
    private static long[] sets(long... sets) {
        return sets;
    }

    private static double[] even(int kinds) {
        double[] chances = new double[kinds];
        Arrays.fill(chances, 1);
        return chances;
    }

    @ParameterizedTest
    @CsvSource({"1000000, 1, 0", "1000, 1, 0", "100, 0.6, 0.1", "10, 0.6, 0.3", "3, 0.5, 0.3", "1000000, 0.4, 0.5"})
    void whateverCanBeMetIsMetExactly(long most, double possible, double empty) {
        SplittableRandom random = new SplittableRandom(most);
        int missed = 0;
        for (int trial = 0; trial < 200; trial++) {
            Problem problem = Problem.random(random, 2 + trial % 5, most, possible, empty);
            Optional<long[]> rows = problem.margins().allotted(problem.chances());
            missed += rows.isPresent() ? 0 : 1;
            rows.ifPresent(found -> {
                assertThat(problem.margins().metBy(found)).isTrue();
                assertThat(exactly(problem.margins(), found)).isTrue();
            });
        }
        assertThat(missed).isZero();
    }

    /** The definition once more, from the rows. */
    private static boolean exactly(Margins margins, long[] rows) {
        Margins had = Problem.margins(margins.sets(), margins.amounts().length, rows);
        return Arrays.equals(had.amounts(), margins.amounts()) && had.total() == margins.total();
    }

    /** Of a table of two properties with some odds ratio, the number of rows with both solves a quadratic equation. */
    @Test
    void twoPropertiesKeepTheirOddsRatio() {
        double[] chances = {0.5, 0.1, 0.1, 0.3};
        Margins margins = new Margins(sets(0, 1, 2, 3), new long[] {500_000, 600_000}, 1_000_000);
        double odds = 0.5 * 0.3 / (0.1 * 0.1);
        double sum = 1 + 1.1 * (odds - 1);
        double both = (sum - Math.sqrt(sum * sum - 4 * odds * (odds - 1) * 0.5 * 0.6)) / (2 * (odds - 1));

        double[] fitted = ProportionalFit.of(margins, chances);
        assertThat(fitted[3]).isCloseTo(1_000_000 * both, within(0.01));
        assertThat(fitted[0] * fitted[3] / (fitted[1] * fitted[2])).isCloseTo(odds, within(1e-6));
        long[] rows = margins.allotted(chances).orElseThrow();
        assertThat(rows[3]).isEqualTo(Math.round(1_000_000 * both));
        assertThat(margins.metBy(rows)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 299, 300})
    void oneWithinTheOtherLeavesTheRest(long inner) {
        Margins margins = new Margins(sets(0, 2, 3), new long[] {inner, 300}, 1_000);
        assertThat(margins.allotted(new double[] {0.2, 0.5, 0.3})).contains(new long[] {700, 300 - inner, inner});
        assertThat(new Margins(sets(0, 2, 3), new long[] {301, 300}, 1_000).allotted(even(3)))
                .isEmpty();
    }

    @Test
    void theSameTwiceMustBeAskedForInTheSameNumber() {
        assertThat(new Margins(sets(0, 3), new long[] {7, 7}, 10).allotted(even(2)))
                .contains(new long[] {3, 7});
        assertThat(new Margins(sets(0, 3), new long[] {7, 8}, 10).allotted(even(2)))
                .isEmpty();
    }

    @Test
    void whereNothingHasNoneOfThemTheyMustFillTheTable() {
        assertThat(new Margins(sets(1, 2, 3), new long[] {7, 8}, 10).allotted(even(3)))
                .contains(new long[] {2, 3, 5});
        assertThat(new Margins(sets(1, 2, 3), new long[] {4, 5}, 10).allotted(even(3)))
                .isEmpty();
    }

    /** Every row has two of three, so that there are twice as many properties as rows. */
    @Test
    void whatOnlyFractionsOfRowsCouldMeetIsNotMet() {
        assertThat(new Margins(sets(0, 3, 5, 6), new long[] {4, 4, 4}, 10).allotted(even(4)))
                .contains(new long[] {4, 2, 2, 2});
        assertThat(new Margins(sets(0, 3, 5, 6), new long[] {5, 5, 5}, 10).allotted(even(4)))
                .isEmpty();
    }

    /** Rounding moves kinds by a few rows, not more: the largest make up for it. */
    @Test
    void wholeNumbersAreNextToTheFractions() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 100; trial++) {
            Problem problem = Problem.random(random, 4, 10_000, 1, 0);
            double[] near = ProportionalFit.of(problem.margins(), problem.chances());
            long[] rows = problem.margins().allotted(problem.chances()).orElseThrow();
            for (int kind = 0; kind < rows.length; kind++) {
                assertThat((double) rows[kind]).isCloseTo(near[kind], within(10.0));
            }
        }
    }
}
