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
 * <p>Scores that lean on the same real row are not independent: {@link ClusteredShare} takes them together.
 */
final class Pull implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ClusteredShare all = new ClusteredShare();
    /** Of the rows at distance 0 of a real row alone. */
    private final ClusteredShare copies = new ClusteredShare();

    void add(Neighbours train, Neighbours holdout) {
        for (int row = 0; row < train.rows(); row++) {
            int toTrain = train.nearest(row);
            int toHoldout = holdout.nearest(row);
            long inTrain = toTrain <= toHoldout ? train.ties(row) : 0;
            long inHoldout = toHoldout <= toTrain ? holdout.ties(row) : 0;
            if (inTrain + inHoldout > 0) {
                int witness = witness(train, holdout, row);
                all.add(witness, inTrain, inTrain + inHoldout);
                if (Math.min(toTrain, toHoldout) == 0) {
                    copies.add(witness, inTrain, inTrain + inHoldout);
                }
            }
        }
    }

    private static int witness(Neighbours train, Neighbours holdout, int row) {
        if (train.nearest(row) == holdout.nearest(row)) {
            return Math.min(train.witness(row), holdout.witness(row));
        }
        return train.nearest(row) < holdout.nearest(row) ? train.witness(row) : holdout.witness(row);
    }

    Pull merge(Pull other) {
        all.merge(other.all);
        copies.merge(other.copies);
        return this;
    }

    /** The mean score. */
    ClusteredShare closer() {
        return all;
    }

    /**
     * The share of rows that repeat training rows beyond chance: copies of real rows are expected to score
     * {@code expected}, and one that was taken from the training rows scores 1. 0 without copies.
     */
    Estimate copiesExcess(double expected, double z) {
        if (copies.rows() == 0) {
            return new Estimate(0, new Interval(0, 0));
        }
        double scale = (double) copies.rows() / all.rows() / (1 - expected);
        Estimate score = copies.estimate(z);
        Interval interval = new Interval(
                scale * (score.interval().low() - expected),
                scale * (score.interval().high() - expected));
        return new Estimate(scale * (score.value() - expected), interval);
    }
}
