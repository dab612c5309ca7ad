package io.understudy.codec;

/**
 * The numbers a row may try, one after the other, so that no two rows ever try the same: its index, then the index plus
 * once, twice, ... the rows of the table.
 */
final class Turns {
    /** How often a value of the usual form is tried, and then one of a longer form. */
    static final int TRIES = 16;

    private Turns() {}

    /**
     * The number of a row at an attempt.
     *
     * @param attempt from 0; from {@link #TRIES} on beyond the usual form
     * @param index   of the row in the synthetic table, below {@code total}
     * @param total   rows of the synthetic table
     * @param usual   how many values there are of the usual form
     */
    static long number(int attempt, long index, long total, long usual) {
        long turn = attempt < TRIES ? attempt : Math.max(TRIES, usual / total + 1) + attempt - TRIES;
        return index + turn * total;
    }
}
