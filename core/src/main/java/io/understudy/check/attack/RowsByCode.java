package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.neighbour.Condition;
import java.util.Arrays;

/**
 * The rows of a block, found by their codes: what meets a condition whose codes lie side by side is a run of the rows in the
 * order of the column. Sets of rows are bits, row {@code r} in word {@code r / 64}.
 */
final class RowsByCode {
    private final Block block;
    /** By variable {@code code << 32 | row}, ascending; empty until it is asked for. */
    private final long[][] sorted;

    RowsByCode(Block block) {
        this.block = block;
        sorted = new long[block.width()][0];
    }

    /** All rows that meet a condition that does not {@linkplain Condition#wraps wrap}, as a set of its own. */
    long[] meeting(Condition condition) {
        long[] column = sorted(condition.variable());
        int high = condition.high(Integer.MAX_VALUE);
        long[] set = new long[(block.rows() + Long.SIZE - 1) / Long.SIZE];
        int from = place(column, condition.low(Integer.MAX_VALUE));
        for (int i = from; i < column.length && column[i] >>> Integer.SIZE <= high; i++) {
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

    private long[] sorted(int variable) {
        if (sorted[variable].length < block.rows()) {
            int[] codes = block.read(variable, new int[block.rows()]);
            long[] column = new long[codes.length];
            for (int row = 0; row < codes.length; row++) {
                column[row] = (long) codes[row] << Integer.SIZE | row;
            }
            Arrays.sort(column);
            sorted[variable] = column;
        }
        return sorted[variable];
    }
}
