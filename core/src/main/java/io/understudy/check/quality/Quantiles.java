package io.understudy.check.quality;

import io.understudy.neighbour.Space;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Twenty bins of a number with near equal shares of the training rows: single values where there are no more than that.
 * Edges are quantiles between neighbouring values in proportion, as NumPy takes them; a bin has its lower edge. A missing
 * value has a bin of its own.
 */
final class Quantiles {
    private static final int BINS = 20;

    private Quantiles() {}

    static Grouping grouping(Space.Numbers axis, Marginal train) {
        boolean missing = train.domain().variable(0).missing();
        int[] codes = IntStream.range(missing ? 1 : 0, train.domain().size(0))
                .filter(code -> train.count(code) > 0 && Double.isFinite(axis.numbers()[code]))
                .toArray();
        double[] edges = codes.length <= BINS ? between(axis, codes) : quantiles(axis, codes, train);
        int[] groups = new int[train.domain().size(0)];
        for (int code = missing ? 1 : 0; code < groups.length; code++) {
            groups[code] = Double.isNaN(axis.numbers()[code]) ? 0 : 1 + below(edges, axis.numbers()[code]);
        }
        return new Grouping(groups, edges.length + 2);
    }

    /** The middles between neighbouring values. */
    private static double[] between(Space.Numbers axis, int[] codes) {
        return IntStream.range(1, codes.length)
                .mapToDouble(i -> (axis.numbers()[codes[i - 1]] + axis.numbers()[codes[i]]) / 2)
                .toArray();
    }

    private static double[] quantiles(Space.Numbers axis, int[] codes, Marginal train) {
        long[] before = new long[codes.length + 1];
        for (int i = 0; i < codes.length; i++) {
            before[i + 1] = before[i] + train.count(codes[i]);
        }
        long total = before[codes.length];
        return IntStream.range(1, BINS)
                .mapToDouble(bin -> {
                    double place = (double) bin / BINS * (total - 1);
                    double low = at(axis, codes, before, (long) Math.floor(place));
                    double high = at(axis, codes, before, (long) Math.ceil(place));
                    return low + (place - Math.floor(place)) * (high - low);
                })
                .distinct()
                .toArray();
    }

    /** The number of the row at a place when rows are sorted. */
    private static double at(Space.Numbers axis, int[] codes, long[] before, long place) {
        int i = Arrays.binarySearch(before, place);
        int cell = i < 0 ? -i - 2 : i;
        return axis.numbers()[codes[cell]];
    }

    /** How many edges are not above a number. */
    private static int below(double[] edges, double number) {
        int below = 0;
        while (below < edges.length && edges[below] <= number) {
            below++;
        }
        return below;
    }
}
