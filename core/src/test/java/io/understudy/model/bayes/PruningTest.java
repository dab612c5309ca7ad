package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PruningTest {
    private static final double STRENGTH = 3;
    /** Paid for the split so that it is kept whatever it tells. */
    private static final double REWARD = 1000;

    private static final int SEEDS = 50;

    private static final Growth GROWTH = new Growth(5, 50, 8);

    /** The closed form against fitting once for every row without it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void leaveOneOutLikelihoodIsThatOfRefittingWithoutEachRow(long seed) {
        int rows = 60;
        Variable target = seed % 2 == 0 ? Variable.ordinal("t", 9) : new Variable("t", 5, true, true);
        int[] y = draws(seed, 2, rows, target.size());
        for (Detail detail : Detail.values()) {
            Refinement refinement =
                    Refinement.of(target, new long[target.size()]).with(detail);
            Growing root = divided(y, target.size());
            double paid = new Pruning(refinement, STRENGTH, price(-REWARD)).prune(root);
            double paidForLeans =
                    Arrays.stream(root.leans()).filter(lean -> lean != 1).count() * StrictMath.log(3);
            assertThat(paid - REWARD + paidForLeans).isCloseTo(refitted(refinement, y, root.leans()), within(1e-9));
        }
    }

    @Test
    void aNodeOfOneCodeLeansLessAndOneLikeItsAncestorMore() {
        int[] y = IntStream.range(0, 800).map(row -> row < 400 ? 0 : row % 20).toArray();
        Growing root = divided(y, 20);
        new Pruning(Refinement.of(Variable.nominal("t", 20), new long[20]), 30, price(1)).prune(root);
        assertThat(root.leans()).containsExactly(1, 0.1, 0.1);
        int[] even = IntStream.range(0, 800).map(row -> row % 400 % 20).toArray();
        Growing alike = divided(even, 20);
        new Pruning(Refinement.of(Variable.nominal("t", 20), new long[20]), 30, price(-REWARD)).prune(alike);
        assertThat(alike.leans()).containsExactly(1, 10, 10);
    }

    private static TreeNetworkSettings price(double nats) {
        return new TreeNetworkSettings(1, nats, 1, 1, 1, 1);
    }

    /** By chance a split may describe rows left out too, the more easily the more ways there are to cut: in one table of three. */
    @Test
    void atTheDefaultPriceMostSplitsThatOnlyDescribeNoiseAreCut() {
        int rows = 2_000;
        Variable target = Variable.ordinal("t", 40);
        Refinement refinement = Refinement.of(target, new long[target.size()]);
        int leaves = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Predictor noise = new Predictor(0, Variable.ordinal("x", 20), draws(seed, 1, rows, 20));
            int[] y = draws(seed, 2, rows, 40);
            Growing root = new Grower(GROWTH, target, y, List.of(noise), false).grow();
            new Pruning(refinement, 300, TreeNetworkSettings.of(0.5, 10)).prune(root);
            leaves += root.flattened(List.of()).leaves();
        }
        assertThat(leaves).isLessThan(SEEDS + SEEDS / 2);
    }

    @Test
    void aSplitThatTellsSomethingIsKept() {
        int rows = 2_000;
        int[] x = draws(8, 1, rows, 20);
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = x[row] < 10 ? row % 20 : 20 + row % 20;
        }
        Grower grower = new Grower(
                GROWTH, Variable.ordinal("t", 40), y, List.of(new Predictor(0, Variable.ordinal("x", 20), x)), false);
        Growing root = grower.grow();
        new Pruning(Refinement.of(Variable.ordinal("t", 40), new long[40]), 10, price(0)).prune(root);
        assertThat(root.split).extracting(Split::threshold).isEqualTo(10);
    }

    /** A split after the first half of the rows; its question does not matter here. */
    private static Growing divided(int[] y, int codes) {
        int half = y.length / 2;
        Growing root = node(y, codes, 0, y.length);
        root.split = new Split(0, 1, Tree.ordered(), 1);
        root.below = node(y, codes, 0, half);
        root.above = node(y, codes, half, y.length);
        return root;
    }

    private static Growing node(int[] y, int codes, int from, int to) {
        int[] order = IntStream.range(0, y.length).toArray();
        return new Growing(from, to, Tally.of(y, order, from, to, new int[codes]));
    }

    /** @param leans of the root, and of its halves */
    private static double refitted(Refinement refinement, int[] y, double[] leans) {
        double sum = 0;
        for (int left = 0; left < y.length; left++) {
            long[] all = new long[refinement.codes()];
            long[] half = new long[refinement.codes()];
            for (int row = 0; row < y.length; row++) {
                if (row != left) {
                    all[y[row]]++;
                    half[y[row]] += (row < y.length / 2) == (left < y.length / 2) ? 1 : 0;
                }
            }
            double[] root = refinement.shrink(refinement.counts(all), refinement.uniform(), 1);
            double[] leaf =
                    refinement.shrink(refinement.counts(half), root, STRENGTH * leans[left < y.length / 2 ? 1 : 2]);
            sum += StrictMath.log(refinement.probabilities(leaf)[y[left]]);
        }
        return sum;
    }

    private static int[] draws(long seed, long draw, int rows, int size) {
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = (int) (Philox.uniform(seed, row, draw) * size);
        }
        return codes;
    }
}
