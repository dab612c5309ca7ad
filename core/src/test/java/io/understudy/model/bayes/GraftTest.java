package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of rare classes in front of an ordinary one; the oracle asks each by itself. */
class GraftTest {
    private static final int ROWS = 2_000;
    private static final int VARIABLES = 4;
    private static final int CODES = 6;
    private static final RareClass FIRST = new RareClass(0, 2);
    private static final RareClass SECOND = new RareClass(1, 5);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRowReachesACopyOfItsOrdinaryLeafInItsCellOfItsClass(long seed) {
        Tree ordinary = random(seed, 9);
        List<ClassTree> classes =
                List.of(new ClassTree(FIRST, random(seed + 100, 3)), new ClassTree(SECOND, random(seed + 200, 1)));
        Graft graft = Graft.of(ordinary, classes);
        int[][] columns = columns(seed);
        int[] leaves = leaves(graft.tree(), columns);
        int[] plain = leaves(ordinary, columns);
        int[] place = new int[ROWS];
        int[] cell = new int[ROWS];
        Arrays.setAll(place, row -> columns[0][row] == 2 ? 0 : columns[1][row] == 5 ? 1 : -1);
        int[][] cells = {
            leaves(classes.get(0).tree(), columns), leaves(classes.get(1).tree(), columns)
        };
        Arrays.setAll(cell, row -> place[row] < 0 ? 0 : cells[place[row]][row]);
        assertThat(Arrays.stream(leaves).map(leaf -> graft.ordinary()[leaf]).toArray())
                .containsExactly(plain);
        assertThat(Arrays.stream(leaves).map(leaf -> graft.place()[leaf]).toArray())
                .containsExactly(place);
        assertThat(Arrays.stream(leaves).map(leaf -> graft.cell()[leaf]).toArray())
                .containsExactly(cell);
    }

    @Test
    void withoutClassesItIsTheOrdinaryTree() {
        Tree ordinary = random(3, 12);
        assertThat(Graft.of(ordinary, List.of()).tree()).isEqualTo(ordinary).isSameAs(ordinary);
    }

    private static int[][] columns(long seed) {
        int[][] columns = new int[VARIABLES][ROWS];
        for (int v = 0; v < VARIABLES; v++) {
            for (int row = 0; row < ROWS; row++) {
                columns[v][row] = (int) (Philox.uniform(seed, row, v) * CODES);
            }
        }
        return columns;
    }

    private static int[] leaves(Tree tree, int[][] columns) {
        int[] leaves = new int[ROWS];
        new Routing(columns, ROWS).part(tree, (leaf, rows, from, to) -> {
            for (int i = from; i < to; i++) {
                leaves[rows[i]] = leaf;
            }
        });
        return leaves;
    }

    /** A tree with so many questions, of codes in order and of sets of them. */
    private static Tree random(long seed, int questions) {
        Growing root = leaf();
        for (int i = 0; i < questions; i++) {
            Growing node = root;
            for (int step = 0; !node.isLeaf(); step++) {
                Growing next = Philox.uniform(seed, i, step + 10) < 0.5 ? node.below : node.above;
                node = java.util.Objects.requireNonNull(next);
            }
            int threshold = 1 + (int) (Philox.uniform(seed, i, 1) * (CODES - 1));
            long subset = (long) (Philox.uniform(seed, i, 2) * (1 << CODES));
            boolean ordered = Philox.uniform(seed, i, 3) < 0.5;
            int variable = (int) (Philox.uniform(seed, i, 0) * VARIABLES);
            node.split = new Split(variable, threshold, ordered ? Tree.ordered() : new long[] {subset}, 1);
            node.below = leaf();
            node.above = leaf();
        }
        return root.flattened(List.of());
    }

    private static Growing leaf() {
        return new Growing(0, 0, new Tally(new int[0], new int[0]));
    }
}
