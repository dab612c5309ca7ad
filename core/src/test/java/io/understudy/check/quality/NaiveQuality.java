package io.understudy.check.quality;

import io.understudy.check.MixedTables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** SDMetrics' definitions word by word on raw values. */
final class NaiveQuality {
    private NaiveQuality() {}

    /** The error of other rows against the training rows. */
    interface Gap {
        double of(double[][] other);
    }

    static Gap shape(MixedTables tables, int column) {
        double[] train = tables.train()[column];
        return other -> tables.number()[column]
                ? kolmogorovSmirnov(present(train), present(other[column]))
                : variation(labels(train), labels(other[column]));
    }

    static Gap trend(MixedTables tables, int a, int b) {
        double[][] train = tables.train();
        if (tables.number()[a] && tables.number()[b]) {
            return other -> Math.abs(pearson(train[a], train[b]) - pearson(other[a], other[b])) / 2;
        }
        return other -> variation(
                pasted(read(tables, a, train[a]), read(tables, b, train[b])),
                pasted(read(tables, a, other[a]), read(tables, b, other[b])));
    }

    private static double kolmogorovSmirnov(double[] x, double[] y) {
        return DoubleStream.concat(Arrays.stream(x), Arrays.stream(y))
                .map(t -> Math.abs(upTo(x, t) - upTo(y, t)))
                .max()
                .orElse(Double.NaN);
    }

    private static double upTo(double[] values, double t) {
        return Arrays.stream(values).filter(value -> value <= t).count() / (double) values.length;
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    private static String[] labels(double[] values) {
        return Arrays.stream(values).mapToObj(String::valueOf).toArray(String[]::new);
    }

    private static String[] read(MixedTables tables, int column, double[] values) {
        return tables.number()[column] ? bins(present(tables.train()[column]), values) : labels(values);
    }

    private static String[] bins(double[] train, double[] values) {
        double low = Arrays.stream(train).min().orElse(0);
        double high = Arrays.stream(train).max().orElse(1);
        return Arrays.stream(values)
                .mapToObj(value -> {
                    if (Double.isNaN(value)) {
                        return "missing";
                    }
                    long edges = IntStream.range(1, 10)
                            .filter(i -> low + i * ((high - low) / 10) <= value)
                            .count();
                    return value < low ? "below" : value > high ? "above" : "bin " + edges;
                })
                .toArray(String[]::new);
    }

    private static String[] pasted(String[] left, String[] right) {
        return IntStream.range(0, left.length)
                .mapToObj(i -> left[i] + "|" + right[i])
                .toArray(String[]::new);
    }

    private static double variation(String[] x, String[] y) {
        Map<String, Double> difference = new HashMap<>();
        for (String label : x) {
            difference.merge(label, 1.0 / x.length, Double::sum);
        }
        for (String label : y) {
            difference.merge(label, -1.0 / y.length, Double::sum);
        }
        return difference.values().stream().mapToDouble(Math::abs).sum() / 2;
    }

    private static double pearson(double[] x, double[] y) {
        int[] both = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        double meanX = Arrays.stream(both).mapToDouble(i -> x[i]).average().orElse(0);
        double meanY = Arrays.stream(both).mapToDouble(i -> y[i]).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i : both) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
