package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A class of 3 % of the rows that leads the order. Every other variable follows the one before it, and in the class it leans
 * towards one code besides, in half of the class towards another: too little for a split of the ordinary trees, of which each leaf
 * holds a few rows of the class.
 */
class RareClassesTest {
    private static final int ROWS = 12_000;
    private static final int WIDTH = 7;
    private static final int CODES = 6;
    private static final int FLAG = 0;
    private static final int HALF = 1;
    private static final double RARE = 0.03;
    private static final TreeNetworkSettings SETTINGS = new TreeNetworkSettings(20, 1, 1, 24, 1, 10);
    private static final Domain DOMAIN = new Domain(IntStream.range(0, WIDTH)
            .mapToObj(v -> Variable.nominal("v" + v, v < 2 ? 2 : CODES))
            .toList());

    /** The true chance of a code of a variable given the codes before it. */
    private static double chance(int variable, int code, int[] before) {
        double sum = 0;
        for (int c = 0; c < CODES; c++) {
            sum += weight(variable, c, before);
        }
        return weight(variable, code, before) / sum;
    }

    private static double weight(int variable, int code, int[] before) {
        double follows = variable == 2 || code == before[variable - 1] ? 6 : 1;
        int leaning = (variable + before[HALF]) % CODES;
        return before[FLAG] == 1 && code == leaning ? 3 * follows : follows;
    }

    private static Block rows(long seed, double rare, int count) {
        int[][] codes = new int[WIDTH][count];
        int[] row = new int[WIDTH];
        for (int r = 0; r < count; r++) {
            row[FLAG] = Philox.uniform(seed, r, FLAG) < rare ? 1 : 0;
            row[HALF] = Philox.uniform(seed, r, HALF) < 0.5 ? 1 : 0;
            for (int v = 2; v < WIDTH; v++) {
                double left = Philox.uniform(seed, r, v);
                int code = 0;
                while (code < CODES - 1 && left >= chance(v, code, row)) {
                    left -= chance(v, code, row);
                    code++;
                }
                row[v] = code;
            }
            for (int v = 0; v < WIDTH; v++) {
                codes[v][r] = row[v];
            }
        }
        return block(codes);
    }

    private static Block block(int[][] codes) {
        Block block = Block.empty(DOMAIN, 0, codes[0].length);
        for (int v = 0; v < codes.length; v++) {
            block.write(v, codes[v]);
        }
        return block;
    }

    private static final LocalTable TABLE = new LocalTable(DOMAIN, List.of(rows(1, RARE, ROWS)));
    private static final Structure STRUCTURE = Structure.learn(TABLE, SETTINGS, List.of(FLAG));
    private static final BayesianNetwork TILTED = new TreeNetworkEstimator(SETTINGS, List.of(FLAG)).fit(TABLE);
    private static final BayesianNetwork PLAIN = new TreeNetworkEstimator(SETTINGS)
            .fit(TABLE, new Structure(STRUCTURE.order(), STRUCTURE.parents(), List.of(), STRUCTURE.scores()));

    /** By how much less likely fresh rows are than under the truth, in nats a row. */
    private static double deficit(BayesianNetwork network, double rare) {
        Block fresh = rows(2, rare, 20_000);
        double[] found = new double[fresh.rows()];
        network.logLikelihood(fresh, found);
        double[] leading = new double[fresh.rows()];
        network.logLikelihood(List.of(FLAG), fresh, leading);
        int[][] codes = fresh.toArrays();
        double sum = 0;
        for (int row = 0; row < found.length; row++) {
            int[] before = new int[WIDTH];
            double truth = StrictMath.log(0.5);
            for (int v = 0; v < WIDTH; v++) {
                before[v] = codes[v][row];
                truth += v < 2 ? 0 : StrictMath.log(chance(v, before[v], before));
            }
            sum += truth - found[row] + leading[row];
        }
        return sum / found.length;
    }

    /** What is left is mostly what leaves of a few rows of the class hold where the ordinary trees do ask about it. */
    @Test
    void rowsOfTheClassAreNearerToTheTruth() {
        assertThat(deficit(TILTED, 1)).isPositive().isLessThan(0.7 * deficit(PLAIN, 1));
    }

    /** But for what raking takes from them, since rows of the class have their share now. */
    @Test
    void rowsOfOthersAreAsTheyWere() {
        assertThat(deficit(TILTED, 0)).isCloseTo(deficit(PLAIN, 0), within(1e-3));
    }

    @Test
    void knowsTheClassAmongTheVariablesThatLead() {
        assertThat(STRUCTURE.rare()).containsExactly(new RareClass(FLAG, 1));
        assertThat(Structure.learn(TABLE, SETTINGS, List.of(HALF)).rare()).isEmpty();
        assertThat(Structure.learn(TABLE, SETTINGS, List.of()).rare()).isEmpty();
    }

    @Test
    void theModelDoesNotDependOnHowRowsAreStored() {
        int[][] codes = TABLE.blocks().get(0).toArrays();
        List<Block> parts = new ArrayList<>();
        for (int from = ROWS; from > 0; from -= ROWS / 8) {
            int to = from;
            parts.add(block(Arrays.stream(codes)
                    .map(column -> Arrays.copyOfRange(column, to - ROWS / 8, to))
                    .toArray(int[][]::new)));
        }
        BayesianNetwork again = new TreeNetworkEstimator(SETTINGS, List.of(FLAG)).fit(new LocalTable(DOMAIN, parts));
        assertThat(again).usingRecursiveComparison().isEqualTo(TILTED);
    }

    @Test
    void noCellOfTheClassHasFewerRowsThanKEntities() {
        for (int rowsOfK : new int[] {50, 200}) {
            TreeNetworkSettings settings = SETTINGS.withEntities(1, rowsOfK);
            assertThat(new TreeNetworkEstimator(settings, List.of(FLAG))
                            .fit(TABLE)
                            .conditionals())
                    .allSatisfy(one -> assertThat(one.smallestLeaf()).isGreaterThanOrEqualTo(rowsOfK));
        }
    }

    @Test
    void aClassOfTooFewRowsIsLeftToTheOrdinaryTrees() {
        TreeNetworkSettings settings = SETTINGS.withEntities(1, 600);
        BayesianNetwork network = new TreeNetworkEstimator(settings, List.of(FLAG)).fit(TABLE);
        assertThat(network)
                .usingRecursiveComparison()
                .isEqualTo(new TreeNetworkEstimator(settings)
                        .fit(
                                TABLE,
                                new Structure(STRUCTURE.order(), STRUCTURE.parents(), List.of(), STRUCTURE.scores())));
    }
}
