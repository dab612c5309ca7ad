package io.understudy.check.task;

import java.util.EnumSet;

/** How unequally a model treats groups: the largest difference of a rate between two groups, the largest over all outcomes. */
public final class Gap implements Score {
    private final Kind kind;
    private final int[] groups;
    private final int count;
    private final int least;

    /**
     * A gap between groups of rows.
     *
     * @param groups the group of each row, 0 .. count-1, or count for a row that takes no part
     * @param count  number of groups
     * @param least  rows that a group needs for its rate to count
     */
    public Gap(Kind kind, int[] groups, int count, int least) {
        this.kind = kind;
        this.groups = groups;
        this.count = count;
        this.least = least;
    }

    /** Which rates are compared. */
    public enum Kind {
        /** How often the outcome is called: demographic parity (Dwork et al. 2012). */
        PARITY("parity-gap", Rate.CALLED, Rate.CALLED),
        /** How often it is called where it happened and where it did not: equalised odds (Hardt et al. 2016). */
        ODDS("odds-gap", Rate.CALLED_RIGHTLY, Rate.CALLED_WRONGLY),
        /** How often the call is wrong. */
        ERROR("error-gap", Rate.WRONG, Rate.WRONG);

        private final String metric;
        private final Rate rate;
        private final Rate other;

        /** The wider gap of two rates counts. */
        Kind(String metric, Rate rate, Rate other) {
            this.metric = metric;
            this.rate = rate;
            this.other = other;
        }
    }

    @Override
    public String metric() {
        return kind.metric;
    }

    @Override
    public double of(Predicted predicted, int[] weights) {
        double widest = Double.NaN;
        for (int outcome = 0; outcome < predicted.target().outcomes(); outcome++) {
            for (Rate rate : EnumSet.of(kind.rate, kind.other)) {
                double difference = difference(predicted, outcome, rate, weights);
                widest = Double.isNaN(widest) || difference > widest ? difference : widest;
            }
        }
        return widest;
    }

    /** Between the highest and the lowest rate of a group; NaN where fewer than two groups have enough rows. */
    private double difference(Predicted predicted, int outcome, Rate rate, int[] weights) {
        long[] rows = new long[count];
        long[] all = new long[count];
        long[] counted = new long[count];
        for (int row = 0; row < groups.length; row++) {
            boolean happened = predicted.happened(outcome, row);
            int group = groups[row];
            if (group < count && rate.counts(happened)) {
                rows[group]++;
                all[group] += weights[row];
                counted[group] += rate.counted(predicted.called(outcome, row), happened) ? weights[row] : 0;
            }
        }
        return Spread.of(counted, all, group -> rows[group] >= least);
    }
}
