package io.understudy.codec;

/**
 * All the randomness a codec gets for a block of synthetic rows, and what it is to keep clear of.
 *
 * @param key      the same for all rows of a column in one synthetic table; chooses how unique values are numbered
 * @param firstRow index of the first row in the synthetic table
 * @param bits     64 random bits for each row; may be longer than {@code rows}
 * @param rows     how many rows
 * @param taken    what is not to be made up
 * @param total    rows of the whole synthetic table: the stride of further numbers for values that do not repeat
 */
public record Draws(long key, long firstRow, long[] bits, int rows, Taken taken, long total) {
    private static final long ANY_TOTAL = 1L << 32;

    /** Draws for a part of a table of fewer than 2^32 rows in which nothing is taken. */
    public Draws(long key, long firstRow, long[] bits, int rows) {
        this(key, firstRow, bits, rows, Taken.NOTHING, ANY_TOTAL);
    }
}
