package io.understudy.check.privacy;

import io.understudy.check.Interval;
import java.io.Serializable;

/**
 * A mean of scores 0 .. 1 that are independent between witnesses only.
 *
 * <p>Scores are summed by witness into 1,024 clusters, and the variance is taken between clusters (Liang and Zeger 1986):
 * so it covers the sampling of the reference rows as well as that of the scored ones. The interval is Wilson's, for as
 * many independent trials as have that variance.
 *
 * <p>Scores are counted in units of 2^-30: sums are exact up to 2^33 rows, in any order.
 */
final class ClusteredShare implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CLUSTERS = 1 << 10;
    private static final int SCORE_BITS = 30;
    private static final double SCORE = 1L << SCORE_BITS;

    private final long[] rows = new long[CLUSTERS];
    private final long[] scores = new long[CLUSTERS];

    /** Adds the score {@code part / whole}; {@code whole} is above 0 and below 2^33. */
    void add(int witness, long part, long whole) {
        int cluster = witness & (CLUSTERS - 1);
        rows[cluster]++;
        scores[cluster] += (part << SCORE_BITS) / whole;
    }

    ClusteredShare merge(ClusteredShare other) {
        for (int c = 0; c < CLUSTERS; c++) {
            rows[c] += other.rows[c];
            scores[c] += other.scores[c];
        }
        return this;
    }

    long rows() {
        long sum = 0;
        for (long count : rows) {
            sum += count;
        }
        return sum;
    }

    /** NaN without rows. */
    Estimate estimate(double z) {
        double sum = 0;
        for (long score : scores) {
            sum += score / SCORE;
        }
        double mean = sum / rows();
        return new Estimate(mean, Interval.wilson(mean, trials(mean), z));
    }

    /**
     * How many independent trials with this mean have the variance between clusters. Where nothing varies every cluster
     * counts as one; where there is but one cluster nothing is known.
     */
    private double trials(double mean) {
        int occupied = 0;
        double squares = 0;
        for (int c = 0; c < CLUSTERS; c++) {
            occupied += rows[c] > 0 ? 1 : 0;
            double residual = scores[c] / SCORE - mean * rows[c];
            squares += residual * residual;
        }
        if (occupied < 2) {
            return 0;
        }
        double count = rows();
        double variance = squares / count / count * occupied / (occupied - 1);
        double spread = mean * (1 - mean);
        return variance > 0 && spread > 0 ? spread / variance : occupied;
    }
}
