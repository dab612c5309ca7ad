package io.understudy.neighbour;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a set of rows is cut in two: coordinates below the threshold go left.
 *
 * <p>A search gains most from a cut that leaves much on either side and that is costly to cross: the score is
 * {@code p (1 - p)} times the mean distance of a row to the tight box of the other side. Not only the variable that is cut
 * counts: where others go with it, they keep the boxes apart as well. Every variable is judged by itself first, and the
 * few best by their boxes.
 */
record Split(int variable, int threshold) {
    private static final int CANDIDATES = 8;

    /** The best cut of {@code order[from .. to)}, judged by an even sample of it; its rows are distinct. */
    static Split of(Points points, int[] order, int from, int to) {
        SplitSample sample = new SplitSample(points, order, from, to);
        List<SplitSample.Cut> alone = IntStream.range(0, points.metric.width())
                .mapToObj(sample::cut)
                .sorted(Comparator.comparingDouble(cut -> -cut.score()))
                .limit(CANDIDATES)
                .toList();
        Split best = alone.get(0).split();
        double bestScore = -1;
        for (SplitSample.Cut cut : alone) {
            double score = cut.score() > 0 ? sample.separation(cut.split()) : -1;
            if (score > bestScore) {
                bestScore = score;
                best = cut.split();
            }
        }
        return best;
    }
}
