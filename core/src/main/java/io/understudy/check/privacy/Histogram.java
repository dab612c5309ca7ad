package io.understudy.check.privacy;

import io.understudy.check.Curve;
import io.understudy.neighbour.Space;
import io.understudy.stat.LongCounts;
import java.io.Serializable;

/**
 * Counts of non-negative integers, cut to their eleven leading bits: exact below 2,048, at most 0.1 % too small above,
 * and never more than some 23,000 bins. Quantiles are functions of the counts alone.
 */
final class Histogram implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BITS = 11;
    private static final int PERCENTILES = 100;

    private final LongCounts counts = new LongCounts();
    private long total;

    void add(int value) {
        counts.add(bin(value), 1);
        total++;
    }

    /** The least value that is counted together with another. */
    static int bin(int value) {
        int dropped = Math.max(0, Integer.SIZE - BITS - Integer.numberOfLeadingZeros(value));
        return value >>> dropped << dropped;
    }

    Histogram merge(Histogram other) {
        counts.merge(other.counts);
        total += other.total;
        return this;
    }

    long total() {
        return total;
    }

    /** The distribution function at its percentiles, of distances in units of {@link Space#UNIT}. */
    Curve curve(String metric, String line) {
        double[] x = new double[PERCENTILES + 1];
        double[] y = new double[PERCENTILES + 1];
        for (int i = 0; i <= PERCENTILES; i++) {
            y[i] = (double) i / PERCENTILES;
            x[i] = quantile(y[i]) / Space.UNIT;
        }
        return new Curve(Distances.NAME, metric, line, x, y);
    }

    /** The smallest value that at least a share of {@code p}, 0 .. 1, does not exceed; NaN of nothing. */
    double quantile(double p) {
        long wanted = (long) Math.ceil(Math.max(0, Math.min(1, p)) * total);
        long seen = 0;
        for (long value : counts.sortedKeys()) {
            seen += counts.get(value);
            if (seen >= wanted) {
                return value;
            }
        }
        return Double.NaN;
    }
}
