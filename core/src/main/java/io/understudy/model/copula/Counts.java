package io.understudy.model.copula;

/** Sums of ragged count tables. */
final class Counts {
    private Counts() {}

    /** Adds the second to the first, cell by cell, and returns it. */
    static long[][] add(long[][] left, long[][] right) {
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < left[i].length; j++) {
                left[i][j] += right[i][j];
            }
        }
        return left;
    }
}
