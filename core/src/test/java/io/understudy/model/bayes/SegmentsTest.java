package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Marginals;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final int ROWS = 12_000;
    private static final int CODES = 12;
    private static final int SEGMENT = 2;
    private static final int REGIONS = 6;
    private static final Domain DOMAIN = new Domain(List.of(
            Variable.ordinal("one", CODES),
            Variable.ordinal("two", CODES),
            Variable.nominal("region", REGIONS),
            Variable.nominal("flag", 2)));
    private static final TreeNetworkSettings SETTINGS = TreeNetworkSettings.of(0.5, 10);

    /** Four frequent regions, and two of few rows; in every other one the two numbers go together the other way round. */
    private static Block rows() {
        int[][] columns = new int[4][ROWS];
        for (int row = 0; row < ROWS; row++) {
            int region = (int) (Philox.uniform(1, row, 0) * 4.05);
            columns[2][row] = region < 4 ? region : 4 + row % 2;
            columns[0][row] = (int) (Philox.uniform(1, row, 1) * CODES);
            int near = Math.min(CODES - 1, columns[0][row] + (int) (Philox.uniform(1, row, 2) * 2));
            columns[1][row] = region % 2 == 0 ? near : CODES - 1 - near;
            columns[3][row] = Philox.uniform(1, row, 3) < 0.2 + 0.1 * region ? 1 : 0;
        }
        Block block = Block.empty(DOMAIN, 0, ROWS);
        for (int v = 0; v < columns.length; v++) {
            block.write(v, columns[v]);
        }
        return block;
    }

    private static BayesianNetwork apart(Block rows) {
        return new TreeNetworkEstimator(SETTINGS, List.of(SEGMENT), OptionalInt.of(SEGMENT))
                .fit(new LocalTable(DOMAIN, List.of(rows)));
    }

    private static Block of(Block rows, int... regions) {
        int[] codes = rows.read(SEGMENT, new int[rows.rows()]);
        int[] chosen = IntStream.range(0, codes.length)
                .filter(row -> Arrays.stream(regions).anyMatch(region -> region == codes[row]))
                .toArray();
        return rows.select(chosen, chosen.length);
    }

    /** Oracle: a model of the rows of one segment alone; each is raked by rows of its own. */
    @Test
    void aSegmentIsWhatAModelOfItsRowsAloneIs() {
        Block rows = rows();
        BayesianNetwork joined = apart(rows);
        for (int region = 0; region < 3; region++) {
            Block own = of(rows, region);
            Structure structure = Structure.learn(new LocalTable(DOMAIN, List.of(rows)), SETTINGS, List.of(SEGMENT));
            double[] together = logs(joined, own);
            double share = Math.log((double) own.rows() / ROWS);
            BayesianNetwork alone =
                    new TreeNetworkEstimator(SETTINGS, structure.order()).fit(new LocalTable(DOMAIN, List.of(own)));
            double[] expected = logs(alone, own);
            for (int row = 0; row < expected.length; row += 97) {
                assertThat(together[row]).isCloseTo(expected[row] + share, within(0.02));
            }
        }
    }

    /** Two segments with a score each: rows reach the leaves of their segment by its own. */
    @Test
    void aSegmentAsksAboutItsOwnScore() {
        Segments segments = new Segments(0, List.of(new long[] {0b01}, new long[] {0b10}));
        TreeCpd joined = segments.join(List.of(scored(1), scored(-1)));
        int[][] columns = {{0, 0, 1, 1}, {0, 9, 0, 9}, new int[4]};
        int[] leaves = new int[4];
        new Routing(columns, 4)
                .part(
                        joined.tree(),
                        (leaf, rows, from, to) -> Arrays.stream(rows, from, to).forEach(row -> leaves[row] = leaf));
        assertThat(leaves).containsExactly(0, 1, 3, 2);
        assertThat(joined.tree().asked()).containsExactly(0, 1);
    }

    /** Two leaves, told apart by a score that rises, or falls, with the codes of variable 1. */
    private static TreeCpd scored(int sign) {
        int middle = (Score.SIZE / 2) << Score.BITS;
        int[] points = IntStream.range(0, 10)
                .map(code -> middle + sign * ((2 * code - 9) << Score.BITS))
                .toArray();
        Growing root = Growing.none();
        root.split = new Split(Tree.SCORE, Score.SIZE / 2, Tree.ordered(), 1);
        root.below = Growing.none();
        root.above = Growing.none();
        Tree tree = root.flattened(List.of(new Score(new int[] {1}, new int[][] {points})));
        return new TreeCpd(2, tree, Distributions.of(new double[][] {{1, 0}, {0, 1}}), 10);
    }

    @Test
    void rareValuesAreLearnedWithTheSmallestSegment() {
        Block rows = rows();
        Segments segments = Segments.of(
                SEGMENT,
                new LocalTable(DOMAIN, List.of(rows))
                        .compute(Marginals.ofColumns(DOMAIN))
                        .get(SEGMENT),
                1200);
        assertThat(segments.codes()).hasSize(4);
        assertThat(segments.codes().stream().mapToLong(set -> set[0]).sum()).isEqualTo((1 << REGIONS) - 1);
        assertThat(segments.codes().get(3)[0] & 0b110000).isEqualTo(0b110000);
    }

    @Test
    void rowsAreDrawnAsInTheirSegment() {
        Block rows = rows();
        Block drawn = Block.empty(DOMAIN, 0, ROWS);
        apart(rows).sample(7, drawn);
        for (int region = 0; region < 4; region++) {
            Block own = of(drawn, region);
            assertThat((double) own.rows() / of(rows, region).rows()).isCloseTo(1, within(0.02));
            assertThat(sumOfProducts(own)).isCloseTo(sumOfProducts(of(rows, region)), within(1.2));
        }
    }

    @Test
    void aColumnWithoutFrequentValuesMakesNoSegments() {
        Domain wide = new Domain(List.of(Variable.nominal("key", 500), Variable.nominal("flag", 2)));
        Block rows = Block.empty(wide, 0, 5000);
        rows.write(0, IntStream.range(0, 5000).map(row -> row % 500).toArray());
        rows.write(1, IntStream.range(0, 5000).map(row -> row % 2).toArray());
        TreeNetworkEstimator estimator = new TreeNetworkEstimator(SETTINGS, List.of(0), OptionalInt.of(0));
        assertThatThrownBy(() -> estimator.fit(new LocalTable(wide, List.of(rows))))
                .isInstanceOf(NoSegmentsException.class)
                .hasMessageContaining("1400");
    }

    private static double[] logs(BayesianNetwork model, Block rows) {
        double[] logs = new double[rows.rows()];
        model.logLikelihood(rows, logs);
        return logs;
    }

    private static double sumOfProducts(Block rows) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += (rows.code(0, row) - 5.5) * (rows.code(1, row) - 5.5);
        }
        return sum / rows.rows();
    }
}
