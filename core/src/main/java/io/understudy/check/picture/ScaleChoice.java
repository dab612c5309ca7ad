package io.understudy.check.picture;

import io.understudy.neighbour.Space;
import io.understudy.schema.Kind;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the groups in which one variable is drawn.
 *
 * @param subject what is known of it
 * @param axis    what its codes mean
 * @param real    how often each code occurs in training and held-out rows together; code 0 is missing
 */
record ScaleChoice(Subject subject, Space.Axis axis, long[] real) {
    /** The share of rows at either end that may be drawn together as one open interval. */
    private static final double TAIL = 0.01;

    static ScaleChoice of(Subject subject, Space.Axis axis, Marginal train, Marginal holdout) {
        long[] real = train.counts();
        holdout.forEach((code, count) -> real[(int) code] += count);
        return new ScaleChoice(subject, axis, real);
    }

    /** As fine as a chart of the column alone can show. */
    Scale fine(long k, int labels) {
        return axis instanceof Space.Numbers numbers ? intervals(numbers.numbers(), k) : labels(k, labels);
    }

    private Scale intervals(double[] numbers, long k) {
        long present = Arrays.stream(real, 1, real.length).sum();
        long tail = Math.max(k, (long) (TAIL * present));
        if (present < 2 * k) {
            return new Scale.Intervals(new double[0], subject.kind());
        }
        double low = numbers[from(1, 1, tail)];
        double high = numbers[from(real.length - 1, -1, tail)];
        double[] edges = Guarded.edges(edges(numbers, low, high), counts(edges(numbers, low, high), numbers), k);
        return new Scale.Intervals(edges, subject.kind());
    }

    /** The first code, from an end on, with which at least so many rows have been seen. */
    private int from(int code, int direction, long rows) {
        int at = code;
        for (long seen = real[at]; seen < rows; seen += real[at]) {
            at += direction;
        }
        return at;
    }

    private double[] edges(double[] numbers, double low, double high) {
        if (subject.kind() == Kind.DATE) {
            return CalendarEdges.ofDays(low, high);
        }
        if (subject.kind() == Kind.TIMESTAMP) {
            return CalendarEdges.ofTimes(low, high);
        }
        boolean whole = IntStream.range(1, real.length)
                .filter(code -> real[code] > 0)
                .allMatch(code -> numbers[code] == Math.rint(numbers[code]));
        return RoundEdges.over(low, high, whole);
    }

    private long[] counts(double[] edges, double[] numbers) {
        Scale.Intervals intervals = new Scale.Intervals(edges, subject.kind());
        long[] counts = new long[edges.length + 1];
        for (int code = 1; code < real.length; code++) {
            counts[intervals.group(numbers[code]) - 1] += real[code];
        }
        return counts;
    }

    private Scale labels(long k, int most) {
        List<String> labels = subject.labels().keySet().stream()
                .filter(code -> code > 0 && code < real.length && real[code] >= k)
                .sorted(Comparator.<Integer>comparingLong(code -> -real[code]).thenComparing(code -> code))
                .limit(most)
                .map(code -> subject.labels().get(code))
                .toList();
        return new Scale.Labels(labels);
    }

    /** In which group of a scale each code is. */
    Grouping grouping(Scale scale) {
        int[] groups = new int[real.length];
        for (int code = 1; code < groups.length; code++) {
            groups[code] = group(scale, code);
        }
        return new Grouping(groups, scale.groups());
    }

    private int group(Scale scale, int code) {
        if (scale instanceof Scale.Intervals intervals && axis instanceof Space.Numbers numbers) {
            return intervals.group(numbers.numbers()[code]);
        }
        List<String> labels = ((Scale.Labels) scale).labels();
        int at = labels.indexOf(subject.labels().getOrDefault(code, ""));
        return at < 0 ? labels.size() + 1 : at + 1;
    }

    /** At most so many groups of about as many real rows each, cut at edges of a finer scale. */
    Scale coarse(Scale fine, int most) {
        if (fine instanceof Scale.Labels labels) {
            return new Scale.Labels(labels.labels()
                    .subList(0, Math.min(most - 1, labels.labels().size())));
        }
        Scale.Intervals intervals = (Scale.Intervals) fine;
        double[] numbers = ((Space.Numbers) axis).numbers();
        long[] counts = counts(intervals.edges(), numbers);
        long total = Arrays.stream(counts).sum();
        double[] kept = new double[Math.min(most - 1, intervals.edges().length)];
        int edges = 0;
        long seen = 0;
        for (int i = 0; i < intervals.edges().length && edges < kept.length; i++) {
            seen += counts[i];
            if (seen * most >= (edges + 1L) * total && seen < total) {
                kept[edges++] = intervals.edges()[i];
            }
        }
        return new Scale.Intervals(Arrays.copyOf(kept, edges), intervals.kind());
    }
}
