package io.understudy.raw;

/** The cells of one column in a batch of rows. Arrays are owned by the batch and may be longer than its rows. */
public sealed interface RawColumn {

    boolean missing(int row);

    /**
     * Cells with an order: numbers, dates, times, flags.
     *
     * @param keys   order-preserving keys; undefined where missing
     * @param absent true where the cell is missing
     */
    record Keyed(long[] keys, boolean[] absent) implements RawColumn {
        public Keyed(int rows) {
            this(new long[rows], new boolean[rows]);
        }

        @Override
        public boolean missing(int row) {
            return absent[row];
        }
    }

    /**
     * Texts by reference into a vocabulary, so that work on strings is done once a distinct value and not once a row.
     *
     * @param ids        positions in the vocabulary, -1 where missing
     * @param vocabulary distinct texts of this batch, in any order; may be longer than what the batch uses
     */
    record Texts(int[] ids, String[] vocabulary) implements RawColumn {
        @Override
        public boolean missing(int row) {
            return ids[row] < 0;
        }
    }
}
