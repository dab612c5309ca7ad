package io.understudy.model.bayes;

import java.util.Arrays;

/** An order of rows in which those of every node of a growing tree are a run. */
final class RowOrder {
    private final int[] rows;
    private final int[] spare;

    RowOrder(int count) {
        rows = new int[count];
        Arrays.setAll(rows, i -> i);
        spare = new int[count];
    }

    /** The rows in their order; not to be written to. */
    int[] rows() {
        return rows;
    }

    /**
     * Puts a node's rows that go below before those that go above.
     *
     * @param codes of the variable that is asked about, by row
     * @return where those begin that go above
     */
    int divide(int from, int to, Split split, int[] codes) {
        int below = from;
        int above = 0;
        for (int i = from; i < to; i++) {
            if (split.goesBelow(codes[rows[i]])) {
                rows[below++] = rows[i];
            } else {
                spare[above++] = rows[i];
            }
        }
        System.arraycopy(spare, 0, rows, below, above);
        return below;
    }
}
