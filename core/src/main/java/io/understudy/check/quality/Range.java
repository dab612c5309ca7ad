package io.understudy.check.quality;

import io.understudy.neighbour.Space;
import io.understudy.stat.Marginal;

/**
 * The smallest and the largest finite number that occurs in a column; 0 .. 1 where none does.
 *
 * @param low  at most {@code high}
 * @param high at least {@code low}
 */
record Range(double low, double high) {

    static Range of(Space.Numbers axis, Marginal column) {
        boolean missing = column.domain().variable(0).missing();
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        column.forEach((code, count) -> {
            double number = axis.numbers()[(int) code];
            if (!(missing && code == 0) && Double.isFinite(number)) {
                ends[0] = Math.min(ends[0], number);
                ends[1] = Math.max(ends[1], number);
            }
        });
        return ends[0] <= ends[1] ? new Range(ends[0], ends[1]) : new Range(0, 1);
    }
}
