package io.understudy.report;

import io.understudy.check.picture.ColumnPicture;
import io.understudy.check.picture.Scale;
import java.util.Arrays;

/**
 * The counts of a column's groups as shares of all rows of their table.
 *
 * @param scale what the groups are
 */
record Shares(Scale scale, double[] train, double[] holdout, double[] synthetic) {

    static Shares of(ColumnPicture picture) {
        return new Shares(picture.scale(), of(picture.train()), of(picture.holdout()), of(picture.synthetic()));
    }

    static double[] of(long[] counts) {
        double total = Math.max(1, Arrays.stream(counts).sum());
        return Arrays.stream(counts).mapToDouble(count -> count / total).toArray();
    }

    /** Where synthetic rows differ most, in words. */
    String largestDifference() {
        int most = 0;
        for (int group = 1; group < train.length; group++) {
            if (Math.abs(synthetic[group] - train[group]) > Math.abs(synthetic[most] - train[most])) {
                most = group;
            }
        }
        return "The largest difference is at " + ScaleWords.group(scale, most) + ": learned "
                + Numeral.share(train[most]) + ", synthetic " + Numeral.share(synthetic[most]) + " of rows.";
    }

    /** Whether any table has rows in a group. */
    boolean occurs(int group) {
        return train[group] > 0 || holdout[group] > 0 || synthetic[group] > 0;
    }
}
