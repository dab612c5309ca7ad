package io.understudy.jobs.learn;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How the rows of a node are best told apart by one feature (Breiman et al. 1984): by what squared error falls, which for
 * classes is Gini's impurity. Labels are ordered by how often the node's commonest class is theirs, which for two classes and
 * for quantities finds the best of all subsets (Fisher 1958); for more classes it is a good one.
 *
 * @param feature which
 * @param left    a bit for each bin that goes left
 * @param gain    by how much the sum of squared errors falls; 0 where nothing is gained
 */
record Cut(int feature, long left, double gain) {
    /** Less is rounding. */
    private static final double LEAST = 1e-9;

    static final Cut NONE = new Cut(0, 0, 0);

    /**
     * The best cut of a feature's bins.
     *
     * @param sums  by bin: the sum of each target, and last the weight; shape (bins, targets + 1), row-major
     * @param least the weight that either side has at least
     */
    static Cut of(int feature, boolean labels, double[] sums, int bins, int targets, int least) {
        double[] all = new double[targets + 1];
        for (int i = 0; i < bins * all.length; i++) {
            all[i % all.length] += sums[i];
        }
        int[] order =
                labels ? byMean(sums, bins, all) : IntStream.range(0, bins).toArray();
        double[] below = new double[targets + 1];
        long left = 0;
        Cut best = NONE;
        double worth = explained(all, new double[all.length]);
        for (int bin : order) {
            for (int i = 0; i < below.length; i++) {
                below[i] += sums[bin * below.length + i];
            }
            left |= 1L << bin;
            if (below[targets] >= least && all[targets] - below[targets] >= least) {
                double gain = explained(below, new double[all.length]) + explained(all, below) - worth;
                best = gain > best.gain + LEAST ? new Cut(feature, left, gain) : best;
            }
        }
        return best;
    }

    /** The sum of squares that the mean of some rows explains: of those of {@code sums} without those of {@code others}. */
    private static double explained(double[] sums, double[] others) {
        int targets = sums.length - 1;
        double squares = 0;
        for (int i = 0; i < targets; i++) {
            double sum = sums[i] - others[i];
            squares += sum * sum;
        }
        return squares / (sums[targets] - others[targets]);
    }

    /** Bins that occur, by the mean of the target that is largest in the node. */
    private static int[] byMean(double[] sums, int bins, double[] all) {
        int targets = all.length - 1;
        int commonest = 0;
        for (int i = 1; i < targets; i++) {
            commonest = all[i] > all[commonest] ? i : commonest;
        }
        int target = commonest;
        return IntStream.range(0, bins)
                .filter(bin -> sums[bin * all.length + targets] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        bin -> sums[bin * all.length + target] / sums[bin * all.length + targets]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
