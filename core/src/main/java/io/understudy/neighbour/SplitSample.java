package io.understudy.neighbour;

import java.util.Arrays;

/** An even sample of the rows of a node, by which its cuts are judged. */
final class SplitSample {
    private static final int ROWS = 64;

    private final Metric metric;
    private final int size;
    /** Coordinates, shape (width, size). */
    private final int[][] columns;

    /** A cut and what it is worth by its own variable; 0 where it cannot be cut. */
    record Cut(Split split, double score) {}

    SplitSample(Points points, int[] order, int from, int to) {
        metric = points.metric;
        size = Math.min(ROWS, to - from);
        columns = new int[metric.width()][size];
        for (int i = 0; i < size; i++) {
            int row = order[from + (int) ((long) i * (to - from) / size)];
            for (int v = 0; v < columns.length; v++) {
                columns[v][i] = points.coordinate(row, v);
            }
        }
    }

    /** The cut of one variable that is nearest to the middle. */
    Cut cut(int variable) {
        int[] sorted = columns[variable].clone();
        Arrays.sort(sorted);
        int cut = middle(sorted);
        if (cut == 0) {
            return new Cut(new Split(variable, 0), 0);
        }
        long crossing = 0;
        for (int i = 0; i < size; i++) {
            int difference = i < cut ? sorted[cut] - sorted[i] : sorted[i] - sorted[cut - 1];
            crossing += metric.contribution(variable, difference);
        }
        return new Cut(new Split(variable, sorted[cut]), (double) cut * (size - cut) * crossing);
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

    /** How far rows are from the box of the other side, all variables together. */
    double separation(Split split) {
        boolean[] left = new boolean[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            left[i] = columns[split.variable()][i] < split.threshold();
            count += left[i] ? 1 : 0;
        }
        long crossing = 0;
        for (int v = 0; v < columns.length; v++) {
            crossing += metric.labels(v) ? strangers(columns[v], left) * Space.UNIT : gaps(columns[v], left);
        }
        return (double) count * (size - count) * crossing;
    }

    /** How many rows have a label that the other side lacks, as far as sets modulo 64 tell. */
    private static long strangers(int[] labels, boolean[] left) {
        long onLeft = 0;
        long onRight = 0;
        for (int i = 0; i < labels.length; i++) {
            long bit = 1L << labels[i];
            onLeft |= left[i] ? bit : 0;
            onRight |= left[i] ? 0 : bit;
        }
        long strangers = 0;
        for (int i = 0; i < labels.length; i++) {
            strangers += ~(left[i] ? onRight : onLeft) >>> labels[i] & 1;
        }
        return strangers;
    }

    /** The sum of the distances to the other side's range, without rows that miss the number. */
    private static long gaps(int[] numbers, boolean[] left) {
        Range onLeft = Range.of(numbers, left, true);
        Range onRight = Range.of(numbers, left, false);
        long gaps = 0;
        for (int i = 0; i < numbers.length; i++) {
            gaps += numbers[i] == Metric.MISSING ? 0 : (left[i] ? onRight : onLeft).gap(numbers[i]);
        }
        return gaps;
    }

    /** The range of numbers on one side; without any, one UNIT away from all. */
    private record Range(int low, int high) {
        static Range of(int[] numbers, boolean[] left, boolean side) {
            int low = Metric.MISSING;
            int high = -Metric.MISSING;
            for (int i = 0; i < numbers.length; i++) {
                if (left[i] == side && numbers[i] != Metric.MISSING) {
                    low = Math.min(low, numbers[i]);
                    high = Math.max(high, numbers[i]);
                }
            }
            return new Range(low, high);
        }

        int gap(int number) {
            return Math.max(0, Math.min(Space.UNIT, Math.max(low - number, number - high)));
        }
    }
}
