package io.understudy.model.copula;

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
    PairTable grouped(int[] rowGroups, int[] columnGroups) {
        int width = size(columnGroups);
        long[] sums = new long[size(rowGroups) * width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[rowGroups[i] * width + columnGroups[j]] += count(i, j);
            }
        }
        return new PairTable(size(rowGroups), width, sums);
    }

    private static int size(int[] groups) {
        int last = 0;
        for (int group : groups) {
            last = Math.max(last, group);
        }
        return last + 1;
    }
}
