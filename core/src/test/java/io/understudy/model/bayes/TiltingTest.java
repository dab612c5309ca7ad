package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TiltingTest {
    private static final int CODES = 4;
    private static final Variable NOMINAL = Variable.nominal("x", CODES);
    private static final double[][] LEAVES = {{0.7, 0.1, 0.1, 0.1}, {0.1, 0.2, 0.3, 0.4}};
    private static final TreeNetworkSettings SETTINGS = new TreeNetworkSettings(10, 1, 1, 8, 1, 10);

    private static Tilting tilting(double[][] leaves, Variable of) {
        return new Tilting(leaves, Refinement.of(of, new long[of.size()]), SETTINGS);
    }

    /** The truth is the tilt of the leaves by known ratios; from many rows it is found again, in every leaf. */
    @Test
    void findsAKnownTiltFromManyRows() {
        Tilting tilting = tilting(LEAVES, NOMINAL);
        double[] truth = {1, 4, 1, 0.25};
        long[] byLeaf = {60_000, 40_000};
        double[] byCode = new double[CODES];
        for (int leaf = 0; leaf < byLeaf.length; leaf++) {
            double[] there = tilting.probabilities(leaf, truth);
            int of = leaf;
            Arrays.setAll(byCode, code -> byCode[code] + byLeaf[of] * there[code]);
        }
        ClassRows rows = new ClassRows(
                byLeaf, Arrays.stream(byCode).mapToLong(Math::round).toArray());
        double[] found = tilting.further(rows, tilting.even()).ratio();
        for (int leaf = 0; leaf < byLeaf.length; leaf++) {
            assertThat(tilting.probabilities(leaf, found))
                    .as("leaf %d", leaf)
                    .containsExactly(tilting.probabilities(leaf, truth), within(0.005));
        }
    }

    @Test
    void rowsThatAreAsExpectedTiltNothing() {
        Tilting tilting = tilting(LEAVES, NOMINAL);
        Tilting.Tilt tilt =
                tilting.further(new ClassRows(new long[] {100, 0}, new long[] {70, 10, 10, 10}), tilting.even());
        assertThat(tilt.gain()).isZero();
        assertThat(tilt.ratio()).containsExactly(1, 1, 1, 1);
    }

    /** One row where next to none was expected: a plain ratio would be 1,000. */
    @Test
    void oneRowDoublesTheChanceOfItsCodeAtMost() {
        double[][] leaf = {{0.9, 0.09, 0.00999, 0.00001}};
        Tilting tilting = tilting(leaf, NOMINAL);
        double[] with = tilting.further(new ClassRows(new long[] {100}, new long[] {0, 90, 9, 1}), tilting.even())
                .ratio();
        double[] without = tilting.further(new ClassRows(new long[] {100}, new long[] {0, 90, 10, 0}), tilting.even())
                .ratio();
        assertThat(tilting.probabilities(0, with)[3])
                .isGreaterThan(0)
                .isLessThan(2.2 * tilting.probabilities(0, without)[3]);
    }

    /** The closed form against finding the ratios once for every row without it. */
    @Test
    void gainIsThatOfRowsLeftOut() {
        Tilting tilting = new Tilting(
                new double[][] {{0.25, 0.25, 0.25, 0.25}},
                Refinement.of(NOMINAL, new long[CODES]),
                new TreeNetworkSettings(10, 1, 1, 8, 1, 10));
        long[] byCode = {40, 30, 20, 10};
        double best = 0;
        for (double a : new double[] {1, 3, 10, 30, 100}) {
            double sum = 0;
            for (int left = 0; left < CODES; left++) {
                double[] share = new double[CODES];
                for (int code = 0; code < CODES; code++) {
                    double rows = byCode[code] - (code == left ? 1 : 0);
                    share[code] = 0.25 * (rows + a) / (99 * 0.25 + a);
                }
                sum += byCode[left]
                        * Math.log(share[left] / Arrays.stream(share).sum() / 0.25);
            }
            best = Math.max(best, sum);
        }
        assertThat(tilting.further(new ClassRows(new long[] {100}, byCode), tilting.even())
                        .gain())
                .isCloseTo(best, within(1e-9));
    }

    /** Hundreds of values: the upper half is three times as likely, and none of the values is by itself. */
    @Test
    void orderedCodesAreTiltedFromCoarseToFine() {
        int codes = 256;
        double[] even = new double[codes];
        Arrays.fill(even, 1.0 / codes);
        Tilting tilting = tilting(new double[][] {even}, Variable.ordinal("n", codes));
        long[] byCode = new long[codes];
        IntStream.range(0, 200).forEach(row -> {
            int low = (int) (Philox.uniform(5, row, 0) * codes / 2);
            byCode[low + (row % 4 == 0 ? 0 : codes / 2)]++;
        });
        double[] found = tilting.probabilities(
                0,
                tilting.further(new ClassRows(new long[] {200}, byCode), tilting.even())
                        .ratio());
        assertThat(Arrays.stream(found, codes / 2, codes).sum()).isBetween(0.70, 0.78);
        assertThat(Arrays.stream(found).max().orElse(1)).isLessThan(3.0 / codes);
    }
}
