package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final int ROWS = 1000;

    /** Variable 0 is ordered, variable 1 nominal with more codes than a word of a subset has bits. */
    private static final Tree TREE = new Tree(
            new int[] {0, 1, Tree.LEAF, Tree.LEAF, 0, Tree.LEAF, Tree.LEAF},
            new int[] {7, 0, 0, 0, 3, 0, 0},
            new long[][] {{}, {0x5555, 1L << 5}, {}, {}, {}, {}, {}},
            new int[] {1, 3, 0, 1, 5, 2, 3},
            new int[] {2, 4, 0, 0, 6, 0, 0},
            List.of());

    private static final int[][] COLUMNS = {codes(0, 10), codes(1, 80)};

    @Test
    void rowsReachTheLeavesThatFollowingThemOneByOneLeadsTo() {
        int[] reached = new int[ROWS];
        Arrays.fill(reached, -1);
        new Routing(COLUMNS, ROWS).part(TREE, (leaf, rows, from, to) -> {
            for (int i = from; i < to; i++) {
                reached[rows[i]] = leaf;
            }
        });
        for (int row = 0; row < ROWS; row++) {
            assertThat(reached[row]).isEqualTo(followed(row));
        }
        assertThat(reached).contains(0, 1, 2, 3);
    }

    @Test
    void oneRoutingServesOneTreeAfterAnother() {
        Routing routing = new Routing(COLUMNS, ROWS);
        int[] rowsOfLeaf = new int[TREE.leaves()];
        for (int round = 0; round < 2; round++) {
            routing.part(TREE, (leaf, rows, from, to) -> rowsOfLeaf[leaf] += to - from);
        }
        assertThat(rowsOfLeaf).containsExactly(2 * followers(0), 2 * followers(1), 2 * followers(2), 2 * followers(3));
    }

    private static int followers(int leaf) {
        int count = 0;
        for (int row = 0; row < ROWS; row++) {
            count += followed(row) == leaf ? 1 : 0;
        }
        return count;
    }

    private static int followed(int row) {
        int node = 0;
        while (!TREE.isLeaf(node)) {
            int code = COLUMNS[TREE.variable(node)][row];
            long[] subset = TREE.subset(node);
            boolean below = subset.length == 0 ? code < TREE.threshold(node) : Tree.contains(subset, code);
            node = below ? TREE.below(node) : TREE.above(node);
        }
        return TREE.leaf(node);
    }

    private static int[] codes(int draw, int size) {
        int[] codes = new int[ROWS];
        Arrays.setAll(codes, row -> (int) (Philox.uniform(7, row, draw) * size));
        return codes;
    }
}
