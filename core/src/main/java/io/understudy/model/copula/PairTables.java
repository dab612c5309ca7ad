package io.understudy.model.copula;

/** The contingency tables of all pairs among some variables. */
final class PairTables {
    private final int[] sizes;
    private final long[][] counts;

    /** @param counts one row-major table a pair, at {@link #index} of it */
    PairTables(int[] sizes, long[][] counts) {
        this.sizes = sizes;
        this.counts = counts;
    }

    /** How many pairs {@code width} variables form. */
    static int pairs(int width) {
        return width * (width - 1) / 2;
    }

    /** The position of the pair a &lt; b. */
    static int index(int a, int b) {
        return pairs(b) + a;
    }

    int width() {
        return sizes.length;
    }

    int size(int variable) {
        return sizes[variable];
    }

    /** The table with {@code row} as rows and {@code column}, another variable, as columns. */
    PairTable table(int row, int column) {
        if (row > column) {
            return table(column, row).transposed();
        }
        return new PairTable(sizes[row], sizes[column], counts[index(row, column)]);
    }
}
