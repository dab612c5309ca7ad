package io.understudy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Average precisions of what was learned from several tables, seed by seed, and their paired differences: over seeds (t), and
 * over rows drawn again from those tried, of the mean over seeds.
 *
 * @param rows  that were tried
 * @param found by table, then seed
 */
record Gains(int rows, Map<String, List<Precision>> found) {
    private static final int AGAIN = 1_000;
    private static final double PERCENTILE = 0.025;
    /** Quantiles 0.975 of Student's t, by degrees of freedom from 1. */
    private static final double[] STUDENT = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262};

    /** Seeds that there are quantiles for. */
    static final int MOST_SEEDS = STUDENT.length + 1;

    Gains(int rows) {
        this(rows, new LinkedHashMap<>());
    }

    void add(String table, Precision precision) {
        found.computeIfAbsent(table, name -> new ArrayList<>()).add(precision);
    }

    /** What one seed found, on a line. */
    String line(int seed) {
        StringBuilder line = new StringBuilder();
        found.forEach((table, precisions) ->
                line.append("%s %.4f  ".formatted(table, precisions.get(seed).average())));
        return line.toString();
    }

    double mean(String table) {
        return of(table).stream().mapToDouble(Precision::average).average().orElse(0);
    }

    /** How much more one table gives than another, with both intervals, on a line. */
    String difference(String table, String other) {
        List<Precision> ones = of(table);
        List<Precision> others = of(other);
        double[] apart = IntStream.range(0, ones.size())
                .mapToDouble(seed -> ones.get(seed).average() - others.get(seed).average())
                .toArray();
        double mean = Arrays.stream(apart).average().orElse(0);
        double half = half(apart, mean);
        double[] again = again(ones, others);
        return "%12.4f      [%7.4f, %7.4f]      [%7.4f, %7.4f]"
                .formatted(
                        mean,
                        mean - half,
                        mean + half,
                        again[(int) (PERCENTILE * AGAIN)],
                        again[(int) ((1 - PERCENTILE) * AGAIN) - 1]);
    }

    private List<Precision> of(String table) {
        return found.getOrDefault(table, List.of());
    }

    private static double half(double[] apart, double mean) {
        double squares = Arrays.stream(apart).map(x -> (x - mean) * (x - mean)).sum();
        int freedom = apart.length - 1;
        return freedom < 1 ? Double.NaN : STUDENT[freedom - 1] * Math.sqrt(squares / freedom / apart.length);
    }

    /** The mean difference over the seeds with rows drawn again, ascending. */
    private double[] again(List<Precision> ones, List<Precision> others) {
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[AGAIN];
        for (int time = 0; time < AGAIN; time++) {
            int[] weights = new int[rows];
            for (int draw = 0; draw < rows; draw++) {
                weights[random.nextInt(rows)]++;
            }
            means[time] = IntStream.range(0, ones.size())
                    .mapToDouble(seed ->
                            ones.get(seed).average(weights) - others.get(seed).average(weights))
                    .average()
                    .orElse(0);
        }
        Arrays.sort(means);
        return means;
    }
}
