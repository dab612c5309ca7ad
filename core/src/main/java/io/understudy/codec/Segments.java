package io.understudy.codec;

/**
 * Cuts sorted cells into segments of at least k rows each: single heavy values, and runs of lighter ones between them.
 *
 * <p>A run with fewer than k rows in all has no segment; its values are suppressed and go to the nearest one that has.
 */
final class Segments {
    /** A value is heavy, and a segment of others large enough, with these shares of all rows. */
    private static final int HEAVY_SHARE = 1 << 14;

    private static final int FINE_SHARE = 1 << 13;

    private final Mass mass;
    private final long k;
    private final boolean ordered;
    private final long heavy;
    private final long fine;
    private final int[] first;
    private final int[] last;
    private int size;

    private Segments(Mass mass, long k, boolean ordered) {
        this.mass = mass;
        this.k = k;
        this.ordered = ordered;
        long total = mass.total();
        heavy = ordered ? Math.max(k, total / HEAVY_SHARE) : k;
        fine = Math.max(k, total / FINE_SHARE);
        first = new int[mass.size()];
        last = new int[mass.size()];
    }

    /** @param ordered whether values between others may be drawn; if not, light values are suppressed where any is heavy */
    static Segments cut(Mass mass, long k, boolean ordered) {
        Segments segments = new Segments(mass, k, ordered);
        segments.cut();
        return segments;
    }

    int size() {
        return size;
    }

    /** Position of the first cell of a segment. */
    int first(int segment) {
        return first[segment];
    }

    /** Position of the last cell of a segment. */
    int last(int segment) {
        return last[segment];
    }

    /** The lowest key of a segment. */
    long low(int segment) {
        return mass.lows()[first[segment]];
    }

    /** The highest key of a segment. */
    long high(int segment) {
        return mass.highs()[last[segment]];
    }

    long rows(int segment) {
        return mass.rows(first[segment], last[segment] + 1);
    }

    /** The mean distance of the k lowest rows of a segment from its lowest key, along a grid. */
    double meanAbove(int segment, Grid grid) {
        long base = low(segment);
        double sum = 0;
        long rows = 0;
        for (int i = first[segment]; rows < k && i <= last[segment]; i++) {
            double middle = (grid.distance(base, mass.lows()[i]) + grid.distance(base, mass.highs()[i])) / 2;
            sum += middle * mass.counts()[i];
            rows += mass.counts()[i];
        }
        return sum / rows;
    }

    /** The mean distance of the k highest rows of a segment from its highest key, along a grid. */
    double meanBelow(int segment, Grid grid) {
        long base = high(segment);
        double sum = 0;
        long rows = 0;
        for (int i = last[segment]; rows < k && i >= first[segment]; i--) {
            double middle = (grid.distance(mass.lows()[i], base) + grid.distance(mass.highs()[i], base)) / 2;
            sum += middle * mass.counts()[i];
            rows += mass.counts()[i];
        }
        return sum / rows;
    }

    private void cut() {
        int start = 0;
        for (int i = 0; i < mass.size(); i++) {
            if (mass.pure(i) && mass.counts()[i] >= heavy) {
                cutRun(start, i);
                append(i, i);
                start = i + 1;
            }
        }
        cutRun(start, mass.size());
        if (size == 0 && mass.total() >= k) {
            append(0, mass.size() - 1);
        }
    }

    private void cutRun(int from, int to) {
        if (!ordered || mass.rows(from, to) < k) {
            return;
        }
        int before = size;
        int start = from;
        long rows = 0;
        for (int i = from; i < to; i++) {
            rows += mass.counts()[i];
            if (rows >= fine) {
                append(start, i);
                start = i + 1;
                rows = 0;
            }
        }
        if (start < to && size > before) {
            last[size - 1] = to - 1;
        } else if (start < to) {
            append(start, to - 1);
        }
    }

    private void append(int from, int to) {
        first[size] = from;
        last[size] = to;
        size++;
    }
}
