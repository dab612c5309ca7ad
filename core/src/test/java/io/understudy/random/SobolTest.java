package io.understudy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolTest {
    private static final int NET = 4096;
    private static final int RUN = 256;
    private static final double UNIT = 0x1p-32;

    @Test
    void thereAreDirectionsForAllListedDimensions() {
        assertThat(Directions.dimensions()).isEqualTo(Sobol.LISTED);
    }

    /** One word in each of 4,096 equal parts of the range for a net, in each of 256 for every run: Latin hypercubes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 127})
    void aNetAndEachOfItsRunsHaveOneWordInEveryPart(int dimension) {
        int[] words = words(42, NET * 7L, NET, dimension);
        assertThat(parts(words, 12)).hasSize(NET);
        for (int from = 0; from < NET; from += RUN) {
            assertThat(parts(Arrays.copyOfRange(words, from, from + RUN), 8)).hasSize(RUN);
        }
    }

    /** Against an oracle: the variance of a count of independent rows. */
    @Test
    void pairsOfDimensionsAreMoreEvenThanIndependentRows() {
        double excess = 0;
        int boxes = 0;
        for (int one = 0; one < 20; one++) {
            for (int other = 0; other < one; other++) {
                for (int net = 0; net < 4; net++) {
                    int[] first = words(3, (long) net * NET, NET, one);
                    int[] second = words(3, (long) net * NET, NET, other);
                    long inside = IntStream.range(0, NET)
                            .filter(i -> unit(first[i]) < 0.3 && unit(second[i]) >= 0.55)
                            .count();
                    excess += Math.pow(inside - NET * 0.135, 2);
                    boxes++;
                }
            }
        }
        assertThat(excess / boxes).isLessThan(0.1 * NET * 0.135 * 0.865);
    }

    /** What dimensions have in common in a net is scrambled away over nets: counts of triples spread as independent ones. */
    @Test
    void wordsOfDifferentNetsAreIndependent() {
        int nets = 400;
        int[] where = new int[8];
        for (int net = 0; net < nets; net++) {
            int octant = 0;
            for (int dimension = 0; dimension < 3; dimension++) {
                octant |= (words(9, (long) net * NET + 11, 1, dimension)[0] >>> 31) << dimension;
            }
            where[octant]++;
        }
        double chiSquare = Arrays.stream(where)
                .mapToDouble(n -> Math.pow(n - nets / 8.0, 2) / (nets / 8.0))
                .sum();
        assertThat(chiSquare).as("seven degrees of freedom, 99.9 %% quantile").isLessThan(24.3);
    }

    /** A row's word is uniform over seeds, to the last bits. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 126, 128})
    void aWordIsUniformOverSeeds(int dimension) {
        int seeds = 20_000;
        int[] high = new int[64];
        int[] low = new int[64];
        for (int seed = 0; seed < seeds; seed++) {
            int word = words(seed * 0x9E3779B97F4A7C15L, 12_345, 1, dimension)[0];
            high[word >>> 26]++;
            low[word & 63]++;
        }
        for (int[] counts : new int[][] {high, low}) {
            double expected = seeds / 64.0;
            double chiSquare = Arrays.stream(counts)
                    .mapToDouble(n -> Math.pow(n - expected, 2) / expected)
                    .sum();
            assertThat(chiSquare).as("63 degrees of freedom, 99.99 %% quantile").isLessThan(113);
        }
    }

    @Test
    void neighboursAreLikeAnyTwoRows() {
        int rows = 32 * NET;
        int[] words = words(5, 0, rows, 2);
        double sum = 0;
        for (int row = 1; row < rows; row++) {
            sum += (unit(words[row]) - 0.5) * (unit(words[row - 1]) - 0.5);
        }
        assertThat(sum / rows * 12).as("correlation of a row with the next").isCloseTo(0, within(0.02));
    }

    @Test
    void aRowsWordsDoNotDependOnTheRowsBesideIt() {
        long first = 3L * NET - 500;
        int[] all = words(8, first, 1000, 6);
        RowNumbers some = RowNumbers.run(first, 1000).select(new int[] {0, 4, 499, 500, 501, 999}, 6);
        int[] words = new int[6];
        Sobol.of(8, some).fill(6, words);
        assertThat(words).containsExactly(all[0], all[4], all[499], all[500], all[501], all[999]);
        int[] one = new int[1];
        Sobol.of(8, RowNumbers.of(new long[] {first + 4})).fill(6, one);
        assertThat(one[0]).isEqualTo(all[4]);
    }

    private static int[] words(long seed, long first, int rows, int dimension) {
        int[] words = new int[rows];
        Sobol.of(seed, RowNumbers.run(first, rows)).fill(dimension, words);
        return words;
    }

    private static double unit(int word) {
        return (word & 0xFFFFFFFFL) * UNIT;
    }

    private static Set<Integer> parts(int[] words, int bits) {
        return Arrays.stream(words).mapToObj(word -> word >>> (32 - bits)).collect(Collectors.toSet());
    }
}
