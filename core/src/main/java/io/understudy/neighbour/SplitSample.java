package io.understudy.neighbour;

import java.util.Arrays;

/**
 * Chooses where to cut the rows of a node, by an even sample of them: at most 64, so that a set of them is one word.
 *
 * <p>A search gains most from a cut that leaves much on either side and that is costly to cross: the score is
 * {@code p (1 - p)} times the mean distance of a row to the tight box of the other side. Not only the variable that is cut
 * counts: where others go with it, they keep the boxes apart as well. Every variable is judged by itself first, and the
 * few best by their boxes.
 */
final class SplitSample {
    private static final int ROWS = 64;
    private static final int ROW_BITS = 6;
    private static final int CANDIDATES = 8;

    private final Metric metric;
    private int size;
    /** By variable: {@code coordinate << 6 | row}, ascending. */
    private final long[][] sorted;
    /** By label, and by its code modulo 64: the rows that have it. */
    private final long[][] having;
    /** By label: which codes modulo 64 some row has. */
    private final long[] present;
    /** By variable: where in the sorted rows its cut is; 0 where all rows agree. */
    private final int[] cuts;
    /** By variable: what its cut is worth by itself. */
    private final double[] scores;

    SplitSample(Metric metric) {
        this.metric = metric;
        sorted = new long[metric.width()][ROWS];
        having = new long[metric.width()][];
        for (int v = 0; v < having.length; v++) {
            having[v] = new long[metric.labels(v) ? Long.SIZE : 0];
        }
        present = new long[metric.width()];
        cuts = new int[metric.width()];
        scores = new double[metric.width()];
    }

    /** The best cut of the points {@code from .. to}, which are distinct and two or more. */
    Split split(Points points, int from, int to) {
        take(points, from, to);
        int best = -1;
        double bestScore = -1;
        for (int i = 0; i < CANDIDATES; i++) {
            int candidate = bestAlone();
            if (candidate < 0) {
                break;
            }
            scores[candidate] = 0;
            double score = separation(candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return new Split(best, value(best, cuts[best]));
    }

    private void take(Points points, int from, int to) {
        size = Math.min(ROWS, to - from);
        for (int i = 0; i < size; i++) {
            int row = from + (int) ((long) i * (to - from) / size);
            for (int v = 0; v < sorted.length; v++) {
                sorted[v][i] = (long) points.coordinate(row, v) << ROW_BITS | i;
            }
        }
        for (int v = 0; v < sorted.length; v++) {
            cut(v);
        }
    }

    /** The variable whose cut is worth most by itself; below 0 where none is worth anything. */
    private int bestAlone() {
        int best = -1;
        double bestScore = 0;
        for (int v = 0; v < scores.length; v++) {
            if (scores[v] > bestScore) {
                bestScore = scores[v];
                best = v;
            }
        }
        return best;
    }

    private int value(int variable, int place) {
        return (int) (sorted[variable][place] >> ROW_BITS);
    }

    private boolean agree(int variable) {
        boolean agree = true;
        for (int i = 1; i < size && agree; i++) {
            agree = value(variable, i) == value(variable, 0);
        }
        return agree;
    }

    /** Cuts one variable as near to the middle as it can be. */
    private void cut(int variable) {
        cuts[variable] = 0;
        scores[variable] = 0;
        if (agree(variable)) {
            return;
        }
        Arrays.sort(sorted[variable], 0, size);
        int cut = middle(variable);
        cuts[variable] = cut;
        scores[variable] = (double) cut * (size - cut) * crossing(variable, cut);
        if (metric.labels(variable)) {
            gather(variable);
        }
    }

    /** The place nearest to the middle at which the sorted values step up. */
    private int middle(int variable) {
        int half = size / 2;
        for (int offset = 0; ; offset++) {
            int above = half + offset;
            if (above < size && value(variable, above) != value(variable, above - 1)) {
                return above;
            }
            int below = half - offset;
            if (below > 0 && value(variable, below) != value(variable, below - 1)) {
                return below;
            }
        }
    }

    /** The sum of the distances of rows to the nearest value on the other side. */
    private long crossing(int variable, int cut) {
        long crossing = 0;
        int low = value(variable, cut - 1);
        int high = value(variable, cut);
        for (int i = 0; i < size; i++) {
            int value = value(variable, i);
            crossing += metric.contribution(variable, i < cut ? high - value : value - low);
        }
        return crossing;
    }

    /** Finds which rows have which label. */
    private void gather(int label) {
        Arrays.fill(having[label], 0);
        present[label] = 0;
        for (int i = 0; i < size; i++) {
            int code = value(label, i) % Long.SIZE;
            having[label][code] |= 1L << sorted[label][i];
            present[label] |= 1L << code;
        }
    }

    /** What the cut of a variable is worth by how far rows are from the box of the other side, all variables together. */
    private double separation(int variable) {
        int cut = cuts[variable];
        long left = 0;
        for (int i = 0; i < cut; i++) {
            left |= 1L << sorted[variable][i];
        }
        long crossing = 0;
        for (int v = 0; v < sorted.length; v++) {
            if (cuts[v] > 0) {
                crossing += metric.labels(v) ? (long) strangers(v, left) * Space.UNIT : gaps(v, left);
            }
        }
        return (double) cut * (size - cut) * crossing;
    }

    /** How many rows have a label that the other side lacks, as far as sets modulo 64 tell. */
    private int strangers(int label, long left) {
        int strangers = 0;
        for (long codes = present[label]; codes != 0; codes &= codes - 1) {
            long rows = having[label][Long.numberOfTrailingZeros(codes)];
            long onLeft = rows & left;
            strangers += onLeft == 0 || onLeft == rows ? Long.bitCount(rows) : 0;
        }
        return strangers;
    }

    /**
     * The sum of the distances to the other side's range, without rows that miss the number: only those before the other
     * side's first and behind its last are outside.
     */
    private long gaps(int number, long left) {
        int known = size;
        while (known > 0 && value(number, known - 1) == Metric.MISSING) {
            known--;
        }
        int first = known == 0 ? 0 : run(number, left, 0, 1, known);
        if (first == known) {
            return (long) known * Space.UNIT;
        }
        int last = run(number, left, known - 1, -1, known);
        long gaps = 0;
        for (int i = 0; i < first; i++) {
            gaps += Math.min(Space.UNIT, value(number, first) - value(number, i));
        }
        for (int i = known - last; i < known; i++) {
            gaps += Math.min(Space.UNIT, value(number, i) - value(number, known - last - 1));
        }
        return gaps;
    }

    /** How many sorted rows from one end on lie on the same side. */
    private int run(int number, long left, int end, int step, int known) {
        long side = left >>> sorted[number][end] & 1;
        int length = 1;
        while (length < known && (left >>> sorted[number][end + step * length] & 1) == side) {
            length++;
        }
        return length;
    }
}
