package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PruningTest {
    private static final double STRENGTH = 3;
    /** Paid for the split so that it is kept whatever it tells. */
    private static final double REWARD = 1000;

    private static final Growth GROWTH = new Growth(5, 50, 8);

    /** The closed form against fitting once for every row without it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void leaveOneOutLikelihoodIsThatOfRefittingWithoutEachRow(long seed) {
        int rows = 60;
        Variable target = seed % 2 == 0 ? Variable.ordinal("t", 9) : new Variable("t", 5, true, true);
        int[] y = draws(seed, 2, rows, target.size());
        int[] order = new int[rows];
        Arrays.setAll(order, row -> row);
        double paid = new Pruning(Refinement.of(target, new long[target.size()]), y, order, STRENGTH, -REWARD)
                .prune(divided(rows));
        assertThat(paid - REWARD).isCloseTo(refitted(target, y), within(1e-9));
    }

    @Test
    void aSplitThatOnlyDescribesNoiseIsCut() {
        int rows = 2_000;
        Variable target = Variable.ordinal("t", 40);
        Predictor noise = new Predictor(0, Variable.nominal("x", 20), draws(7, 1, rows, 20));
        int[] y = draws(7, 2, rows, 40);
        Grower grower = new Grower(GROWTH, target, y, List.of(noise));
        Growing root = grower.grow();
        new Pruning(Refinement.of(target, new long[target.size()]), y, grower.rows(), 1, 0).prune(root);
        assertThat(root.isLeaf()).isTrue();
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
                GROWTH, Variable.ordinal("t", 40), y, List.of(new Predictor(0, Variable.ordinal("x", 20), x)));
        Growing root = grower.grow();
        new Pruning(Refinement.of(Variable.ordinal("t", 40), new long[40]), y, grower.rows(), 10, 0).prune(root);
        assertThat(root.split).extracting(Split::threshold).isEqualTo(10);
    }

    /** A split after the first half of the rows; its question does not matter here. */
    private static Growing divided(int rows) {
        Growing root = new Growing(0, rows);
        root.split = new Split(0, 1, Tree.ordered(), 1);
        root.below = new Growing(0, rows / 2);
        root.above = new Growing(rows / 2, rows);
        return root;
    }

    private static double refitted(Variable target, int[] y) {
        Refinement refinement = Refinement.of(target, new long[target.size()]);
        double sum = 0;
        for (int left = 0; left < y.length; left++) {
            long[] all = new long[target.size()];
            long[] half = new long[target.size()];
            for (int row = 0; row < y.length; row++) {
                if (row != left) {
                    all[y[row]]++;
                    half[y[row]] += (row < y.length / 2) == (left < y.length / 2) ? 1 : 0;
                }
            }
            double[] root = refinement.shrink(refinement.counts(all), refinement.uniform(), 1);
            double[] leaf = refinement.shrink(refinement.counts(half), root, STRENGTH);
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
