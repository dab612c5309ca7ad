package io.understudy.check.picture;

import java.util.stream.LongStream;

/** Edges of intervals at multiples of a round step: 1, 2 or 5 times a power of ten. */
final class RoundEdges {
    /** About as many intervals as a chart of a column's width can show. */
    static final int INTERVALS = 24;

    private static final double[] ROUND = {1, 2, 5, 10};

    private RoundEdges() {}

    /**
     * Edges over a range.
     *
     * @param whole whether all numbers are whole: then a step is at least 1, and steps of 1 have the number in the middle
     */
    static double[] over(double low, double high, boolean whole) {
        double step = step((high - low) / INTERVALS);
        if (whole) {
            step = Math.max(1, step);
        }
        double shift = whole && step == 1 ? 0.5 : 0;
        long first = (long) Math.floor((low + shift) / step);
        long last = (long) Math.ceil((high + shift) / step);
        double wide = step;
        return LongStream.rangeClosed(first, Math.max(first + 1, last))
                .mapToDouble(i -> multiple(i, wide) - shift)
                .toArray();
    }

    /** The multiple of a step, without the digits that binary fractions add to it. */
    private static double multiple(long times, double step) {
        return step >= 1 ? times * step : times / Math.rint(1 / step);
    }

    /** The smallest round step that is not smaller; 1 for none. */
    private static double step(double least) {
        if (!(least > 0) || !Double.isFinite(least)) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * ten >= least * (1 - 1e-9)) {
                return round * ten;
            }
        }
        return 10 * ten;
    }
}
