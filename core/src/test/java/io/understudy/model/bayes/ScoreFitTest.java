package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreFitTest {
    private static final int ROWS = 1_500;
    private static final int TARGET = 4;
    private static final int CODES = 200;
    private static final Domain DOMAIN = new Domain(List.of(
            Variable.ordinal("one", CODES),
            new Variable("two", CODES, true, true),
            Variable.nominal("shift", 5),
            Variable.ordinal("noise", CODES),
            Variable.ordinal("sum", 600)));

    private static double uniform(long seed, int row, int draw) {
        return Philox.uniform(seed, row, draw);
    }

    /** The last column is the sum of the first three and a little noise; a tenth of the second one's values are missing. */
    private static int[][] sums(long seed, int rows) {
        int[][] columns = new int[5][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = (int) (uniform(seed, row, 0) * CODES);
            columns[1][row] = uniform(seed, row, 5) < 0.1 ? 0 : 1 + (int) (uniform(seed, row, 1) * (CODES - 1));
            columns[2][row] = (int) (uniform(seed, row, 2) * 5);
            columns[3][row] = (int) (uniform(seed, row, 3) * CODES);
            columns[4][row] = (int) (truth(columns, row) + uniform(seed, row, 4) * 10);
        }
        return columns;
    }

    private static double truth(int[][] columns, int row) {
        int second = columns[1][row] == 0 ? 40 : columns[1][row];
        return columns[0][row] + second + 30 * (columns[2][row] * 2 % 5);
    }

    private static Optional<Score> fit(Domain domain, int[][] columns, int variable, List<Integer> parents) {
        return fit(domain, columns, variable, parents, 10);
    }

    private static Optional<Score> fit(Domain domain, int[][] columns, int variable, List<Integer> parents, int least) {
        Block block = Block.empty(domain, 0, columns[0].length);
        for (int v = 0; v < columns.length; v++) {
            block.write(v, columns[v]);
        }
        LocalTable table = new LocalTable(domain, List.of(block));
        List<Marginal> marginals = table.compute(Marginals.ofColumns(domain));
        return new ScoreFit(domain, marginals, PairTables.count(table, marginals, least), 1).fit(variable, parents);
    }

    private static double correlation(double[] one, double[] other) {
        double meanOfOne = IntStream.range(0, one.length)
                .mapToDouble(i -> one[i])
                .average()
                .orElseThrow();
        double meanOfOther = IntStream.range(0, one.length)
                .mapToDouble(i -> other[i])
                .average()
                .orElseThrow();
        double product = 0;
        double squareOfOne = 0;
        double squareOfOther = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - meanOfOne) * (other[i] - meanOfOther);
            squareOfOne += (one[i] - meanOfOne) * (one[i] - meanOfOne);
            squareOfOther += (other[i] - meanOfOther) * (other[i] - meanOfOther);
        }
        return product / Math.sqrt(squareOfOne * squareOfOther);
    }

    /** Oracle: the sum itself, on rows that were not learned from. */
    @Test
    void followsASumOfWhichFewRowsTell() {
        Score score = fit(DOMAIN, sums(1, ROWS), TARGET, List.of(0, 1, 2, 3)).orElseThrow();
        int[][] fresh = sums(2, 5_000);
        int[] found = score.of(fresh, 5_000);
        double[] scores = IntStream.of(found).asDoubleStream().toArray();
        double[] truth =
                IntStream.range(0, 5_000).mapToDouble(row -> truth(fresh, row)).toArray();
        assertThat(correlation(scores, truth)).isGreaterThan(0.98);
        assertThat(score.restsOn()).contains(0, 1, 2);
    }

    @Test
    void isNotFoundInNoise() {
        int found = 0;
        for (int seed = 10; seed < 60; seed++) {
            int[][] columns = sums(seed, ROWS);
            for (int row = 0; row < ROWS; row++) {
                columns[TARGET][row] = (int) (uniform(seed, row, 9) * 600);
            }
            found += fit(DOMAIN, columns, TARGET, List.of(0, 1, 2, 3)).isPresent() ? 1 : 0;
        }
        assertThat(found).isLessThanOrEqualTo(5);
    }

    @Test
    void namesAndSingleParentsHaveNone() {
        assertThat(fit(DOMAIN, sums(1, ROWS), 2, List.of(0, 1, 4))).isEmpty();
        assertThat(fit(DOMAIN, sums(1, ROWS), TARGET, List.of(0))).isEmpty();
    }

    /** One row has a code of its own, as in a segment: its points are those of its neighbours or of the rest, whatever its sum is. */
    @Test
    void aCodeOfFewerRowsThanKTellsNothingByItself() {
        for (int variable : new int[] {0, 1, 2}) {
            int[][] low = sums(1, ROWS);
            int[][] high = sums(1, ROWS);
            int least = 30;
            for (int row = 1; row < ROWS; row++) {
                low[variable][row] = Math.min(low[variable][row], DOMAIN.size(variable) - 2);
                high[variable][row] = low[variable][row];
            }
            low[variable][0] = DOMAIN.size(variable) - 1;
            high[variable][0] = DOMAIN.size(variable) - 1;
            low[TARGET][0] = 0;
            high[TARGET][0] = 599;
            assertThat(points(low, variable, least))
                    .isCloseTo(points(high, variable, least), within(Score.SIZE / 20.0));
            if (!DOMAIN.variable(variable).ordered()) {
                // Without the limit, the row would have points of its own.
                assertThat(points(high, variable, 1) - points(low, variable, 1)).isGreaterThan(Score.SIZE / 10.0);
            }
        }
    }

    /** Points of a variable's last code beyond those of the one before, in codes of the score. */
    private static double points(int[][] columns, int variable, int least) {
        Score score = fit(DOMAIN, columns, TARGET, List.of(0, 1, 2, 3), least).orElseThrow();
        int[] points = score.points()[score.restsOn().indexOf(variable)];
        return (double) (points[points.length - 1] - points[points.length - 2]) / (1 << Score.BITS);
    }

    /** Values on the missing code's side, where no row lacks one, are the lowest all the same. */
    @Test
    void aVariableThatMayBeMissingAndNeverIsKeepsItsLowestValues() {
        Domain domain = new Domain(List.of(
                DOMAIN.variable(0),
                DOMAIN.variable(1),
                DOMAIN.variable(2),
                DOMAIN.variable(3),
                new Variable("sum", 600, true, true)));
        int[][] columns = sums(1, ROWS);
        for (int row = 0; row < ROWS; row++) {
            columns[TARGET][row] = Math.max(1, columns[TARGET][row]);
        }
        int[] maybe =
                fit(domain, columns, TARGET, List.of(0, 1, 2)).orElseThrow().of(columns, ROWS);
        int[] never =
                fit(DOMAIN, columns, TARGET, List.of(0, 1, 2)).orElseThrow().of(columns, ROWS);
        assertThat(correlation(
                        IntStream.of(maybe).asDoubleStream().toArray(),
                        IntStream.of(never).asDoubleStream().toArray()))
                .isGreaterThan(0.999);
    }

    /** A tree that may ask about the sum foretells fresh rows better than one that asks about each part of it. */
    @Test
    void makesFreshRowsLikelier() {
        int[][] columns = sums(1, ROWS);
        Block rows = Block.empty(DOMAIN, 0, ROWS);
        Block fresh = Block.empty(DOMAIN, 0, ROWS);
        int[][] others = sums(3, ROWS);
        for (int v = 0; v < columns.length; v++) {
            rows.write(v, columns[v]);
            fresh.write(v, others[v]);
        }
        LocalTable table = new LocalTable(DOMAIN, List.of(rows));
        TreeNetworkSettings settings = TreeNetworkSettings.of(0.5, 10);
        Structure structure = Structure.learn(table, settings, List.of(0, 1, 2, 3));
        Structure without = new Structure(structure.order(), structure.parents(), List.of(), Map.of());
        TreeNetworkEstimator estimator = new TreeNetworkEstimator(settings);
        BayesianNetwork network = estimator.fit(table, structure);
        assertThat(network.cpds().get(4).tree().scores()).hasSize(1);
        assertThat(logLikelihood(network, fresh))
                .isGreaterThan(logLikelihood(estimator.fit(table, without), fresh) + 0.3 * ROWS);
    }

    private static double logLikelihood(BayesianNetwork network, Block rows) {
        double[] logs = new double[rows.rows()];
        network.logLikelihood(rows, logs);
        return Arrays.stream(logs).sum();
    }
}
