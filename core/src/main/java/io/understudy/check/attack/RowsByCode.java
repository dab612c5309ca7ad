package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.neighbour.Condition;
import java.util.Arrays;

/**
 * The rows of a block, found by their codes: a condition is a run of codes, so what meets it is a run of the rows in the
 * order of the column, or all but such a run. Sets of rows are bits, row {@code r} in word {@code r / 64}.
 */
final class RowsByCode {
    private final int rows;
    /** Shape (width, rows). */
    private final int[][] codes;
    /** By variable {@code code << 32 | row}, ascending; empty until it is asked for. */
    private final long[][] sorted;

    RowsByCode(Block block) {
        rows = block.rows();
        codes = block.toArrays();
        sorted = new long[codes.length][0];
    }

    /** Whether one row meets a condition. */
    boolean meets(int row, Condition condition) {
        return condition.holds(codes[condition.variable()][row]);
    }

    /** All rows that meet a condition, as a set of its own. */
    long[] meeting(Condition condition) {
        long end = (condition.first() & 0xFFFFFFFFL) + (condition.span() & 0xFFFFFFFFL) + 1;
        boolean wraps = end > 1L << Integer.SIZE || condition.first() < 0;
        return wraps ? all(condition) : run(sorted(condition.variable()), condition.first(), end);
    }

    private long[] run(long[] column, int first, long end) {
        long[] set = new long[words()];
        for (int i = place(column, first); i < column.length && column[i] >>> Integer.SIZE < end; i++) {
            int row = (int) column[i];
            set[row / Long.SIZE] |= 1L << row;
        }
        return set;
    }

    /** Where codes of at least {@code first} begin. */
    private static int place(long[] column, int first) {
        int found = Arrays.binarySearch(column, (long) first << Integer.SIZE);
        return found < 0 ? -1 - found : found;
    }

    /** The same by looking at every row. */
    private long[] all(Condition condition) {
        int[] column = codes[condition.variable()];
        long[] set = new long[words()];
        for (int row = 0; row < rows; row++) {
            set[row / Long.SIZE] |= (condition.holds(column[row]) ? 1L : 0L) << row;
        }
        return set;
    }

    private int words() {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    private long[] sorted(int variable) {
        if (sorted[variable].length < rows) {
            long[] column = new long[rows];
            for (int row = 0; row < rows; row++) {
                column[row] = (long) codes[variable][row] << Integer.SIZE | row;
            }
            Arrays.sort(column);
            sorted[variable] = column;
        }
        return sorted[variable];
    }
}
