package io.understudy.codec;

/**
 * All the randomness a codec gets for a block of synthetic rows.
 *
 * @param key      the same for all rows of a column in one synthetic table; chooses how unique values are numbered
 * @param firstRow index of the first row in the synthetic table
 * @param bits     64 random bits for each row; may be longer than {@code rows}
 * @param rows     how many rows
 */
public record Draws(long key, long firstRow, long[] bits, int rows) {}
