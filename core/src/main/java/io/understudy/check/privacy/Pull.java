package io.understudy.check.privacy;

import io.understudy.check.Interval;
import io.understudy.neighbour.Neighbours;
import java.io.Serializable;

/**
 * Which way synthetic rows are pulled: to training rows, or to rows that the model never saw.
 *
 * <p>A synthetic row scores the share of training rows among the real rows that are nearest to it: 1 if only training
 * rows are, 0 if only holdout rows, {@code a / (a + b)} if {@code a} of the one and {@code b} of the other tie. Law: if
 * the synthetic rows know nothing of which real rows were trained on, the expected score is exactly
 * {@code train / (train + holdout)}, whatever the sizes and however many ties: each set of nearest rows is then a random
 * draw from both tables. It holds in any space that treats the two alike.
 *
 * <p>Scores that lean on the same real row are not independent. They are summed by a hash of that row into clusters, and
 * the variance is taken between clusters (Liang and Zeger 1986), so intervals cover the sampling of the real tables too.
 *
 * <p>Scores are counted in units of 2^-30: sums are exact up to 2^33 rows, in any order.
 */
final class Pull implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CLUSTERS = 1 << 10;
    private static final int SCORE_BITS = 30;
    private static final double SCORE = 1L << SCORE_BITS;

    private final long[] rows = new long[CLUSTERS];
    private final long[] scores = new long[CLUSTERS];
    /** The same for rows at distance 0 of a real row. */
    private final long[] copies = new long[CLUSTERS];

    private final long[] copyScores = new long[CLUSTERS];

    void add(Neighbours train, Neighbours holdout) {
        for (int row = 0; row < train.rows(); row++) {
            int toTrain = train.nearest(row);
            int toHoldout = holdout.nearest(row);
            long inTrain = toTrain <= toHoldout ? train.ties(row) : 0;
            long inHoldout = toHoldout <= toTrain ? holdout.ties(row) : 0;
            if (inTrain + inHoldout > 0) {
                long score = (inTrain << SCORE_BITS) / (inTrain + inHoldout);
                add(witness(train, holdout, row), score, Math.min(toTrain, toHoldout) == 0);
            }
        }
    }

    private static int witness(Neighbours train, Neighbours holdout, int row) {
        if (train.nearest(row) == holdout.nearest(row)) {
            return Math.min(train.witness(row), holdout.witness(row));
        }
        return train.nearest(row) < holdout.nearest(row) ? train.witness(row) : holdout.witness(row);
    }

    private void add(int witness, long score, boolean copy) {
        int cluster = witness & (CLUSTERS - 1);
        rows[cluster]++;
        scores[cluster] += score;
        if (copy) {
            copies[cluster]++;
            copyScores[cluster] += score;
        }
    }

    Pull merge(Pull other) {
        for (int c = 0; c < CLUSTERS; c++) {
            rows[c] += other.rows[c];
            scores[c] += other.scores[c];
            copies[c] += other.copies[c];
            copyScores[c] += other.copyScores[c];
        }
        return this;
    }

    /** An estimate and its interval. */
    record Estimate(double value, Interval interval) {}

    /** The mean score. */
    Estimate closerToTrain(double z) {
        double[] sums = new double[CLUSTERS];
        for (int c = 0; c < CLUSTERS; c++) {
            sums[c] = scores[c] / SCORE;
        }
        return mean(sums, z);
    }

    /**
     * The share of rows that repeat training rows beyond chance: copies of any real row are expected to score
     * {@code expected}, and one that was taken from the training rows scores 1.
     */
    Estimate copiesExcess(double expected, double z) {
        double[] sums = new double[CLUSTERS];
        for (int c = 0; c < CLUSTERS; c++) {
            sums[c] = (copyScores[c] / SCORE - expected * copies[c]) / (1 - expected);
        }
        return mean(sums, z);
    }

    private Estimate mean(double[] sums, double z) {
        double sum = 0;
        long count = 0;
        int clusters = 0;
        for (int c = 0; c < CLUSTERS; c++) {
            sum += sums[c];
            count += rows[c];
            clusters += rows[c] > 0 ? 1 : 0;
        }
        double mean = sum / count;
        double squares = 0;
        for (int c = 0; c < CLUSTERS; c++) {
            double residual = sums[c] - mean * rows[c];
            squares += residual * residual;
        }
        double correction = clusters > 1 ? (double) clusters / (clusters - 1) : 1;
        double half = z * Math.sqrt(squares * correction) / count;
        return new Estimate(mean, new Interval(mean - half, mean + half));
    }
}
