package io.understudy.codec;

/**
 * The finest resolution that an ordered column is released at: single values and intervals, in ascending order.
 *
 * @param lows    lowest key that is drawn from each cell
 * @param highs   highest key that is drawn from each cell; equal to the lowest for a single value
 * @param uppers  highest key that is encoded to each cell; the last one's is never asked for
 * @param weights rows seen in each cell, at least k
 */
record FineCells(long[] lows, long[] highs, long[] uppers, long[] weights) {

    int size() {
        return weights.length;
    }

    /** The thresholds between those cells at which a list of codes, one a cell, steps up. */
    long[] thresholds(int[] codes) {
        long[] steps = new long[codes[codes.length - 1] - codes[0]];
        for (int i = 1; i < codes.length; i++) {
            if (codes[i] != codes[i - 1]) {
                steps[codes[i] - codes[0] - 1] = uppers[i - 1];
            }
        }
        return steps;
    }
}
