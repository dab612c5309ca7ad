package io.understudy.check.quality;

import io.understudy.neighbour.Space;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;

/**
 * Ten equal-width bins of a number's range in the training rows, as NumPy's histogram cuts them: each bin has its lower
 * edge, the last one also its upper. What lies below and above has a bin of its own, as has a missing value.
 */
final class Bins {
    private static final int BINS = 10;
    private static final int MISSING = 0;
    private static final int BELOW = 1;
    private static final int ABOVE = BELOW + BINS + 1;

    private Bins() {}

    static Grouping grouping(Space.Numbers axis, Marginal train) {
        double[] numbers = axis.numbers();
        double[] edges = edges(Range.of(axis, train));
        boolean missing = train.domain().variable(0).missing();
        int[] groups = new int[numbers.length];
        for (int code = 0; code < groups.length; code++) {
            groups[code] = missing && code == 0 ? MISSING : bin(numbers[code], edges);
        }
        return new Grouping(groups, ABOVE + 1);
    }

    private static double[] edges(Range range) {
        double low = range.low() == range.high() ? range.low() - 0.5 : range.low();
        double high = range.low() == range.high() ? range.high() + 0.5 : range.high();
        double step = (high - low) / BINS;
        double[] edges = new double[BINS + 1];
        for (int i = 0; i < BINS; i++) {
            edges[i] = i * step + low;
        }
        edges[BINS] = high;
        return edges;
    }

    private static int bin(double number, double[] edges) {
        if (Double.isNaN(number)) {
            return MISSING;
        }
        if (number > edges[BINS]) {
            return ABOVE;
        }
        int bin = BELOW;
        while (bin <= BINS && number >= edges[bin - 1]) {
            bin++;
        }
        return number < edges[0] ? BELOW : bin;
    }
}
