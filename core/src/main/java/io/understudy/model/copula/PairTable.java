package io.understudy.model.copula;

import io.understudy.stat.Grouping;

/** A contingency table of two variables, readable with either of them as rows. */
final class PairTable {
    private final int rows;
    private final int columns;
    private final int rowStride;
    private final int columnStride;
    private final long[] counts;

    /** @param counts row-major, length {@code rows * columns} */
    PairTable(int rows, int columns, long[] counts) {
        this(rows, columns, columns, 1, counts);
    }

    private PairTable(int rows, int columns, int rowStride, int columnStride, long[] counts) {
        this.rows = rows;
        this.columns = columns;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        this.counts = counts;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    long count(int row, int column) {
        return counts[row * rowStride + column * columnStride];
    }

    /** The same table with rows and columns exchanged; a view. */
    PairTable transposed() {
        return new PairTable(columns, rows, columnStride, rowStride, counts);
    }

    long[] rowSums() {
        long[] sums = new long[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[i] += count(i, j);
            }
        }
        return sums;
    }

    /** The table of coarser variables: rows and columns of equal group are added up. */
    PairTable grouped(Grouping rowGroups, Grouping columnGroups) {
        int width = columnGroups.count();
        long[] sums = new long[rowGroups.count() * width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[rowGroups.group(i) * width + columnGroups.group(j)] += count(i, j);
            }
        }
        return new PairTable(rowGroups.count(), width, sums);
    }
}
