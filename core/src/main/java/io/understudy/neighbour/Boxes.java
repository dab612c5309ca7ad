package io.understudy.neighbour;

import java.io.Serializable;

/**
 * Tight boxes around sets of rows: the sets of their labels, the ranges of their numbers and which of those are missing in
 * some row.
 */
final class Boxes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long NONE = range(Metric.MISSING, Metric.MISSING);
    /** Below any coordinate. */
    private static final int NOTHING = -1;

    private final Layout layout;
    private final int stride;
    /** By box: words of sets, then ranges of the numbers that are not missing as low << 32 | high. */
    private final long[] words;

    Boxes(Layout layout, int count) {
        this.layout = layout;
        stride = layout.setWords() + layout.numbers();
        words = new long[count * stride];
    }

    private static long range(int low, int high) {
        return (long) low << Integer.SIZE | high;
    }

    private static int low(long range) {
        return (int) (range >>> Integer.SIZE);
    }

    private static int high(long range) {
        return (int) range;
    }

    /** Draws a box around the points {@code from .. to}. */
    void enclose(int box, Points points, int from, int to) {
        int width = points.metric.width();
        for (int row = from; row < to; row++) {
            layout.mark(points.cells, row * width, words, box * stride);
        }
        for (int number = 0; number < layout.numbers(); number++) {
            words[box * stride + layout.setWords() + number] = range(points, layout.number(number), from, to);
        }
    }

    private static long range(Points points, int variable, int from, int to) {
        int low = Metric.MISSING;
        int high = NOTHING;
        for (int row = from; row < to; row++) {
            int x = points.coordinate(row, variable);
            low = Math.min(low, x);
            high = Math.max(high, x == Metric.MISSING ? NOTHING : x);
        }
        return high == NOTHING ? NONE : range(low, high);
    }

    /** Draws a box around two others. */
    void enclose(int box, int first, int second) {
        for (int i = 0; i < stride; i++) {
            long a = words[first * stride + i];
            long b = words[second * stride + i];
            words[box * stride + i] = i < layout.setWords() ? a | b : union(a, b);
        }
    }

    private static long union(long a, long b) {
        if (a == NONE) {
            return b;
        }
        return b == NONE ? a : range(Math.min(low(a), low(b)), Math.max(high(a), high(b)));
    }

    /** The least distance of a row to any in the box; where it exceeds {@code limit}, any number above that. */
    int bound(int box, Probe probe, int limit) {
        int at = box * stride;
        int outside = probe.marks;
        for (long set : probe.sets) {
            outside -= Long.bitCount(words[at++] & set);
        }
        int sum = outside * Space.UNIT;
        int count = probe.numbers.length;
        for (int i = 0; i < count && sum <= limit; i++) {
            long range = words[at + i];
            int beyond = Math.max(low(range) - probe.numbers[i], probe.numbers[i] - high(range));
            sum += Math.min(Math.max(0, beyond), probe.caps[i]);
        }
        return sum;
    }

    /** Whether the box may hold a row in a region; false only where it does not. */
    boolean mayHold(int box, Region region) {
        int at = box * stride;
        boolean may = true;
        for (int i = 0; i < region.words.length && may; i++) {
            may = (words[at + region.words[i]] & region.masks[i]) != 0 || meets(at, region, i);
        }
        return may;
    }

    private boolean meets(int at, Region region, int condition) {
        if (region.numbers[condition] < 0) {
            return false;
        }
        long range = words[at + layout.setWords() + region.numbers[condition]];
        return low(range) <= region.highs[condition] && high(range) >= region.lows[condition];
    }
}
