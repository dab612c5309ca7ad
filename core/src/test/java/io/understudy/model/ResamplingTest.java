package io.understudy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.model.bayes.BayesianNetwork;
import io.understudy.model.bayes.TreeNetworkEstimator;
import io.understudy.model.bayes.TreeNetworkSettings;
import io.understudy.random.Philox;
import io.understudy.random.RowNumbers;
import io.understudy.stat.LocalTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Rows drawn under conditions on any variables; the oracle adds up the probabilities of all cells of the table. */
class ResamplingTest {
    private static final Domain DOMAIN = new Domain(List.of(
            Variable.nominal("colour", 3),
            new Variable("size", 5, true, true),
            Variable.nominal("shape", 4),
            Variable.ordinal("weight", 6)));
    private static final int ROWS = 20_000;
    private static final long SEED = 4;

    private static final BayesianNetwork NETWORK = fitted();

    /** Everything leans on the colour, and the weight on size and shape as well. */
    private static BayesianNetwork fitted() {
        Block rows = Block.empty(DOMAIN, 0, ROWS);
        int[][] codes = new int[DOMAIN.width()][ROWS];
        for (int row = 0; row < ROWS; row++) {
            codes[0][row] = (int) (3 * Math.pow(Philox.uniform(1, row, 0), 2));
            codes[1][row] = Philox.uniform(1, row, 1) < 0.2 ? 0 : 1 + (codes[0][row] + noise(row, 2, 3)) % 4;
            codes[2][row] = (codes[0][row] + noise(row, 3, 3)) % 4;
            codes[3][row] = Math.min(5, (codes[1][row] + 2 * codes[2][row]) / 2 + noise(row, 4, 2));
        }
        for (int v = 0; v < codes.length; v++) {
            rows.write(v, codes[v]);
        }
        return new TreeNetworkEstimator(TreeNetworkSettings.of(0.5, 10)).fit(new LocalTable(DOMAIN, List.of(rows)));
    }

    private static int noise(int row, int draw, int bound) {
        return (int) (bound * Philox.uniform(1, row, draw));
    }

    /** Every cell of the table once, and its probability. */
    private static double[] probabilities(Block cells) {
        double[] logs = new double[cells.rows()];
        NETWORK.logLikelihood(cells, logs);
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    private static Block cells() {
        Block cells = Block.empty(DOMAIN, 0, DOMAIN.cells());
        int step = 1;
        for (int v = 0; v < DOMAIN.width(); v++) {
            int size = DOMAIN.size(v);
            int each = step;
            int[] codes = new int[cells.rows()];
            Arrays.setAll(codes, cell -> cell / each % size);
            cells.write(v, codes);
            step *= size;
        }
        return cells;
    }

    private static int[] cellsOf(Block rows) {
        int[] cells = new int[rows.rows()];
        int step = 1;
        for (int v = 0; v < DOMAIN.width(); v++) {
            for (int row = 0; row < cells.length; row++) {
                cells[row] += step * rows.code(v, row);
            }
            step *= DOMAIN.size(v);
        }
        return cells;
    }

    /** Total variation distance of drawn rows from the cells that are allowed. */
    private static double distance(Block drawn, IntPredicate allowed) {
        double[] expected = probabilities(cells());
        double all = 0;
        for (int cell = 0; cell < expected.length; cell++) {
            expected[cell] = allowed.test(cell) ? expected[cell] : 0;
            all += expected[cell];
        }
        for (int cell : cellsOf(drawn)) {
            expected[cell] -= all / drawn.rows();
        }
        return Arrays.stream(expected).map(Math::abs).sum() / all / 2;
    }

    private static Resampling.Evidence clamped(int variable, int code, int rows) {
        Known known = Known.columns(List.of(variable), NETWORK, rows);
        int[] codes = new int[rows];
        Arrays.fill(codes, code);
        return (seed, into, weights) -> {
            into.write(variable, codes);
            return known;
        };
    }

    @Test
    void whateverIsKnownRowsAreThoseOfTheModelUnderThatCondition() {
        Block cells = cells();
        double[] chances = probabilities(cells);
        for (int variable = 0; variable < DOMAIN.width(); variable++) {
            int v = variable;
            int code = 2;
            Block drawn = Block.empty(DOMAIN, 0, ROWS);
            Resampling.Worth worth = new Resampling(NETWORK, 64, 0).draw(SEED, clamped(v, code, ROWS), drawn);

            assertThat(drawn.read(v, new int[ROWS])).containsOnly(code);
            assertThat(distance(drawn, cell -> cells.code(v, cell) == code))
                    .as("72 to 180 cells, and 20,000 rows: 0.03 by chance")
                    .isLessThan(0.045);
            double chance = 0;
            for (int cell = 0; cell < chances.length; cell++) {
                chance += cells.code(v, cell) == code ? chances[cell] : 0;
            }
            assertThat(Arrays.stream(worth.chances()).average().orElseThrow()).isCloseTo(chance, within(0.01 * chance));
            assertThat(Arrays.stream(worth.effective()))
                    .allMatch(effective -> effective >= 1 - 1e-9 && effective <= 64 + 1e-9);
        }
    }

    /** With one candidate a row is the model's own, whatever is known: or else the test above shows nothing. */
    @Test
    void oneCandidateIsNoCondition() {
        Block cells = cells();
        int last = NETWORK.order().get(DOMAIN.width() - 1);
        Block drawn = Block.empty(DOMAIN, 0, ROWS);
        new Resampling(NETWORK, 1, 0).draw(SEED, clamped(last, 2, ROWS), drawn);
        assertThat(distance(drawn, cell -> cells.code(last, cell) == 2)).isGreaterThan(0.1);
    }

    @Test
    void movesBringRowsNearerAndLeaveThoseThatAreRight() {
        Block cells = cells();
        int last = NETWORK.order().get(DOMAIN.width() - 1);
        double[] distances = new double[3];
        int[][] tried = {{2, 0}, {2, 2}, {64, 2}};
        for (int i = 0; i < tried.length; i++) {
            Block drawn = Block.empty(DOMAIN, 0, ROWS);
            new Resampling(NETWORK, tried[i][0], tried[i][1]).draw(SEED, clamped(last, 2, ROWS), drawn);
            assertThat(drawn.read(last, new int[ROWS])).containsOnly(2);
            distances[i] = distance(drawn, cell -> cells.code(last, cell) == 2);
        }
        assertThat(distances[1]).isLessThan(distances[0] / 2);
        assertThat(distances[2]).isLessThan(0.045);
    }

    @Test
    void whatIsMissingIsDrawnGivenAllThatIsThereAndIsPresent() {
        Block cells = cells();
        boolean[][] known = new boolean[DOMAIN.width()][ROWS];
        Arrays.fill(known[0], true);
        Arrays.fill(known[3], true);
        Block drawn = Block.empty(DOMAIN, 0, ROWS);
        int[] weights = new int[ROWS];
        Arrays.fill(weights, 3);
        new Resampling(NETWORK, 64, 0)
                .draw(
                        SEED,
                        (seed, into, logs) -> {
                            into.write(3, weights);
                            return Known.cells(known, Set.of(1));
                        },
                        drawn);
        assertThat(drawn.read(1, new int[ROWS])).doesNotContain(0);
        assertThat(distance(
                        drawn,
                        cell -> cells.code(0, cell) == 0 && cells.code(3, cell) == 3 && cells.code(1, cell) != 0))
                .isLessThan(0.03);
    }

    /** Of all rows other things are known; and the smallest blocks have none in which it is anything else. */
    @Test
    void whatIsKnownOfOtherRowsOfABlockMakesNoDifference() {
        int rows = 400;
        Block cells = cells();
        boolean[][] known = new boolean[DOMAIN.width()][rows];
        int[][] codes = new int[DOMAIN.width()][rows];
        for (int v = 0; v < known.length; v++) {
            for (int row = 0; row < rows; row++) {
                known[v][row] = Philox.uniform(3, row, v) < 0.6;
                codes[v][row] = cells.code(v, row * 7 % cells.rows());
            }
        }
        Block whole = drawn(known, codes, 0, rows);
        for (int row = 0; row < rows; row++) {
            Block alone = drawn(known, codes, row, row + 1);
            for (int v = 0; v < DOMAIN.width(); v++) {
                assertThat(alone.code(v, 0)).as("row %d, variable %d", row, v).isEqualTo(whole.code(v, row));
            }
        }
    }

    private static Block drawn(boolean[][] known, int[][] codes, int from, int to) {
        boolean[][] part = Arrays.stream(known)
                .map(column -> Arrays.copyOfRange(column, from, to))
                .toArray(boolean[][]::new);
        Block into = Block.empty(DOMAIN, from, to - from);
        new Resampling(NETWORK, 8, 1)
                .draw(
                        SEED,
                        (seed, candidate, weights) -> {
                            for (int v = 0; v < codes.length; v++) {
                                candidate.write(v, Arrays.copyOfRange(codes[v], from, to));
                            }
                            return Known.cells(part, Set.of());
                        },
                        into);
        return into;
    }

    @Test
    void aRowDoesNotDependOnItsBlockAndTheReadyModelDrawsTheSame() {
        Block whole = Block.empty(DOMAIN, 100, 900);
        Block some = Block.empty(DOMAIN, RowNumbers.of(new long[] {700, 150, 999}));
        new Resampling(NETWORK, 16, 2).draw(SEED, clamped(3, 4, 900), whole);
        new Resampling((Weighting) NETWORK.ready(), 16, 2).draw(SEED, clamped(3, 4, 3), some);
        for (int v = 0; v < DOMAIN.width(); v++) {
            int[] all = whole.read(v, new int[900]);
            assertThat(some.read(v, new int[3])).containsExactly(all[600], all[50], all[899]);
        }
    }
}
