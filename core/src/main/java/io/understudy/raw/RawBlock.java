package io.understudy.raw;

import java.util.Arrays;
import java.util.List;

/**
 * A batch of source rows, stored by column.
 *
 * @param rows    number of rows, at most the length of every column's arrays
 * @param columns in the order of the table's columns
 */
public record RawBlock(int rows, List<RawColumn> columns) {
    public RawBlock {
        columns = List.copyOf(columns);
    }

    /**
     * One hash a row over the cells of some columns: rows with equal cells have equal hashes, wherever they lie.
     *
     * @param of positions of the columns
     */
    public long[] contentHashes(int[] of) {
        long[] hashes = new long[rows];
        for (int column : of) {
            columns.get(column).addTo(hashes);
        }
        return hashes;
    }

    /** Whether a row has a cell in none of some columns. */
    public boolean missing(int[] of, int row) {
        return Arrays.stream(of).allMatch(column -> columns.get(column).missing(row));
    }

    /** The rows at the given positions, in that order. */
    public RawBlock select(int[] positions, int count) {
        return new RawBlock(
                count,
                columns.stream().map(column -> column.select(positions, count)).toList());
    }
}
