package io.understudy.check.quality;

import io.understudy.neighbour.Space;
import java.io.Serializable;

/**
 * The numbers of a column as integers of {@value #BITS} bits and sign: the range of its codes' numbers in 2^24 steps.
 *
 * <p>A column in which both ends of that range occur deviates by at least range / sqrt(2 rows), so rounding changes its
 * correlations by less than 1e-5 up to 2^31 rows. What is not finite is treated as missing.
 */
final class FixedPoint implements Serializable {
    static final int BITS = 23;

    private static final long serialVersionUID = 1L;
    private static final double LIMIT = 1 << BITS;

    private final int[] numbers;
    private final boolean[] present;

    private FixedPoint(int size) {
        numbers = new int[size];
        present = new boolean[size];
    }

    /** For a column that is not a number. */
    static FixedPoint none() {
        return new FixedPoint(0);
    }

    /** @param missing whether code 0 is a missing value */
    static FixedPoint of(Space.Numbers axis, boolean missing) {
        FixedPoint scale = new FixedPoint(axis.numbers().length);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int code = missing ? 1 : 0; code < scale.numbers.length; code++) {
            double number = axis.numbers()[code];
            scale.present[code] = Double.isFinite(number);
            low = scale.present[code] ? Math.min(low, number) : low;
            high = scale.present[code] ? Math.max(high, number) : high;
        }
        double middle = low / 2 + high / 2;
        double half = high / 2 - low / 2;
        for (int code = 0; code < scale.numbers.length; code++) {
            boolean varies = scale.present[code] && half > 0;
            scale.numbers[code] = varies ? (int) Math.rint((axis.numbers()[code] - middle) / half * LIMIT) : 0;
        }
        return scale;
    }

    /** The number of each code, 0 where it has none. */
    long[] numbers(int[] codes) {
        long[] column = new long[codes.length];
        for (int row = 0; row < codes.length; row++) {
            column[row] = numbers[codes[row]];
        }
        return column;
    }

    /** 1 for each code that has a number, 0 for the others. */
    long[] present(int[] codes) {
        long[] column = new long[codes.length];
        for (int row = 0; row < codes.length; row++) {
            column[row] = present[codes[row]] ? 1 : 0;
        }
        return column;
    }
}
