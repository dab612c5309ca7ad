package io.understudy.check.quality;

import io.understudy.neighbour.Space;
import io.understudy.stat.Marginal;
import java.io.Serializable;

/**
 * The numbers of a column as integers of {@value #BITS} bits and sign: the range of the training rows is cut into 2^23
 * steps, and what lies outside by more than half that range is moved to there. A correlation is affected by less than
 * 1e-6 for any column whose deviation is at least 2^-13 of its range.
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

    static FixedPoint of(Space.Numbers axis, Marginal train) {
        boolean missing = train.domain().variable(0).missing();
        Range range = Range.of(axis, train);
        double middle = range.low() / 2 + range.high() / 2;
        double half = range.high() / 2 - range.low() / 2;
        FixedPoint scale = new FixedPoint(axis.numbers().length);
        for (int code = 0; code < scale.numbers.length; code++) {
            double number = axis.numbers()[code];
            if (!(missing && code == 0) && Double.isFinite(number)) {
                scale.present[code] = true;
                double steps = half == 0 ? Math.signum(number - middle) * LIMIT : (number - middle) / half * LIMIT / 2;
                scale.numbers[code] = (int) Math.rint(Math.max(-LIMIT, Math.min(LIMIT, steps)));
            }
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
