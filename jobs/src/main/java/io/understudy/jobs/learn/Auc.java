package io.understudy.jobs.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The area under a receiver operating characteristic: the chance that a row of one class scores higher than one of the
 * other, ties counting half.
 *
 * @param value     0 .. 1
 * @param positives rows of the class that should score higher
 * @param negatives rows of the other
 */
record Auc(double value, long positives, long negatives) {

    /** By ranks (Mann and Whitney 1947). */
    static Auc of(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int here = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                here += positive[order[to++]] ? 1 : 0;
            }
            ranks += here * (from + 1 + to) / 2.0;
            positives += here;
            from = to;
        }
        long negatives = scores.length - positives;
        double pairs = (double) positives * negatives;
        return new Auc(pairs == 0 ? 0.5 : (ranks - positives * (positives + 1) / 2.0) / pairs, positives, negatives);
    }

    /** Its standard error (Hanley and McNeil 1982). */
    double error() {
        if (positives == 0 || negatives == 0) {
            return 0.5;
        }
        double both = value / (2 - value);
        double same = 2 * value * value / (1 + value);
        double variance = value * (1 - value)
                + (positives - 1) * (both - value * value)
                + (negatives - 1) * (same - value * value);
        return Math.sqrt(Math.max(0, variance / positives / negatives));
    }

    /** The mean of several of equal weight. */
    static double mean(Auc[] folds) {
        return Arrays.stream(folds).mapToDouble(Auc::value).average().orElse(0.5);
    }
}
