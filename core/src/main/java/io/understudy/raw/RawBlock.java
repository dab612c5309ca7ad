package io.understudy.raw;

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
}
