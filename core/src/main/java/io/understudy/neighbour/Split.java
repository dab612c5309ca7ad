package io.understudy.neighbour;

import java.util.Arrays;

/**
 * How a set of rows is cut in two: coordinates below the threshold go left.
 *
 * <p>A search gains most from a cut that leaves much on either side and that is costly to cross: the score is
 * {@code p (1 - p)} times the mean distance of a row to the other side. A variable of labels costs a whole
 * {@link Space#UNIT} to cross, so informative labels are cut first and numbers inside them.
 */
record Split(int variable, int threshold) {
    private static final int SAMPLE = 64;

    /** The best cut of {@code order[from .. to)}, judged by an even sample of it; its rows are distinct. */
    static Split of(Points points, int[] order, int from, int to) {
        int size = Math.min(SAMPLE, to - from);
        int[] sample = new int[size];
        Split best = new Split(0, 0);
        double bestScore = 0;
        for (int v = 0; v < points.metric.width(); v++) {
            for (int i = 0; i < size; i++) {
                int row = order[from + (int) ((long) i * (to - from) / size)];
                sample[i] = points.coordinate(row, v);
            }
            Arrays.sort(sample);
            int cut = middle(sample);
            double score = cut == 0 ? 0 : score(points.metric, v, sample, cut);
            if (score > bestScore) {
                bestScore = score;
                best = new Split(v, sample[cut]);
            }
        }
        return best;
    }

    /** The position nearest to the middle at which the sorted values step up; 0 where they never do. */
    private static int middle(int[] sorted) {
        int half = sorted.length / 2;
        for (int offset = 0; offset <= half; offset++) {
            int above = half + offset;
            if (above < sorted.length && sorted[above] != sorted[above - 1]) {
                return above;
            }
            int below = half - offset;
            if (below > 0 && sorted[below] != sorted[below - 1]) {
                return below;
            }
        }
        return 0;
    }

    private static double score(Metric metric, int variable, int[] sorted, int cut) {
        long crossing = 0;
        for (int i = 0; i < sorted.length; i++) {
            int difference = i < cut ? sorted[cut] - sorted[i] : sorted[i] - sorted[cut - 1];
            crossing += metric.contribution(variable, difference);
        }
        return (double) cut * (sorted.length - cut) * crossing;
    }
}
