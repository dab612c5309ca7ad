package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A class of 400 rows and a variable of four codes that are equally likely in its ordinary tree's one leaf. */
class ClassGrowerTest {
    private static final int ROWS = 400;
    private static final int CODES = 4;
    private static final int PREDICTORS = 30;
    private static final int MOST_CELLS = 16;
    private static final TreeNetworkSettings SETTINGS = new TreeNetworkSettings(20, 1, 1, 24, 1, 10);

    private static int drawn(long seed, int row, int column, int codes) {
        return (int) (codes * Philox.uniform(seed, row, column));
    }

    /** @param code of the variable, by row */
    private static Optional<Growing> grown(long seed, IntUnaryOperator code) {
        double[] even = new double[CODES];
        Arrays.fill(even, 1.0 / CODES);
        Variable target = Variable.nominal("x", CODES);
        Tilting tilting = new Tilting(new double[][] {even}, Refinement.of(target, new long[CODES]), SETTINGS);
        List<Predictor> predictors = IntStream.rangeClosed(1, PREDICTORS)
                .mapToObj(column -> new Predictor(
                        column,
                        Variable.nominal("v" + column, 8),
                        IntStream.range(0, ROWS)
                                .map(row -> drawn(seed, row, column, 8))
                                .toArray()))
                .toList();
        ClassGrower.Rows rows =
                new ClassGrower.Rows(IntStream.range(0, ROWS).map(code).toArray(), new int[ROWS]);
        return new ClassGrower(tilting, target, rows, predictors, MOST_CELLS).grow();
    }

    /**
     * Each of 30 columns can be parted in 127 ways, of which the best always gains some nats by chance. That one question makes
     * rows left out likelier by x nats has a chance below e^-x, so that all have one below e^-price, 0.37 here.
     */
    @Test
    void amongManyColumnsThatTellNothingNoneIsAskedAbout() {
        long split = IntStream.range(0, 100)
                .filter(seed -> grown(seed, row -> drawn(seed, row, 0, CODES))
                        .filter(root -> !root.isLeaf())
                        .isPresent())
                .count();
        assertThat(split).isLessThanOrEqualTo(37);
    }

    @Test
    void theOneOfManyColumnsThatTellsIsAskedAbout() {
        int telling = 17;
        for (int seed = 0; seed < 5; seed++) {
            long of = seed;
            Growing root = grown(
                            seed,
                            row -> Philox.uniform(of, row, 0) < 0.4
                                    ? drawn(of, row, telling, 2)
                                    : drawn(of, row, PREDICTORS + 1, CODES))
                    .orElseThrow();
            assertThat(Objects.requireNonNull(root.split).variable()).isEqualTo(telling);
        }
    }
}
