package io.understudy.codec;

import io.understudy.random.RowNumbers;

/**
 * All the randomness a codec gets for a block of synthetic rows, and what it is to keep clear of.
 *
 * @param key      the same for all rows of a column in one synthetic table; chooses how unique values are numbered
 * @param numbers  which rows of the synthetic table these are
 * @param bits     64 random bits for each row; may be longer than there are rows
 * @param taken    what is not to be made up
 * @param total    rows of the whole synthetic table: the stride of further numbers for values that do not repeat
 */
public record Draws(long key, RowNumbers numbers, long[] bits, Taken taken, long total) {
    private static final long ANY_TOTAL = 1L << 32;

    /** Draws for a part of a table of fewer than 2^32 rows in which nothing is taken. */
    public Draws(long key, RowNumbers numbers, long[] bits) {
        this(key, numbers, bits, Taken.NOTHING, ANY_TOTAL);
    }

    /** How many rows. */
    public int rows() {
        return numbers.count();
    }

    /** The index of a row in the synthetic table, by its position here. */
    long index(int row) {
        return numbers.at(row);
    }
}
