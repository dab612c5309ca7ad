package io.understudy.model.copula;

import io.understudy.stat.Marginal;
import java.io.Serializable;
import java.util.Arrays;

/**
 * One variable as intervals of a standard normal latent, each as wide as the share of its code.
 *
 * @param codes      those that occur, from the lowest latent to the highest; at least one
 * @param thresholds where the interval of each code but the last ends, ascending; an interval holds its lower end
 */
public record LatentMargin(int[] codes, double[] thresholds) implements Serializable {

    /** @param order all codes in latent order */
    static LatentMargin of(int[] order, Marginal codes) {
        int[] occurring =
                Arrays.stream(order).filter(code -> codes.count(code) > 0).toArray();
        long[] counts = Arrays.stream(occurring).mapToLong(codes::count).toArray();
        return new LatentMargin(occurring, Arrays.copyOf(Scores.thresholds(counts), counts.length - 1));
    }

    /**
     * Where the intervals of codes lie.
     *
     * @param size how many codes there are
     * @return by code: lower and upper end; without bounds where a code does not occur
     */
    double[][] intervals(int size) {
        double[][] intervals = new double[size][];
        Arrays.setAll(intervals, code -> new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY});
        for (int i = 0; i < codes.length; i++) {
            intervals[codes[i]][0] = i == 0 ? Double.NEGATIVE_INFINITY : thresholds[i - 1];
            intervals[codes[i]][1] = i == thresholds.length ? Double.POSITIVE_INFINITY : thresholds[i];
        }
        return intervals;
    }

    /** The natural logarithm of each code's share; minus infinity where a code does not occur. */
    double[] logProbabilities(int size) {
        double[] logs = new double[size];
        Arrays.fill(logs, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < codes.length; i++) {
            double below = i == 0 ? 0 : Normal.cumulative(thresholds[i - 1]);
            double upTo = i == thresholds.length ? 1 : Normal.cumulative(thresholds[i]);
            logs[codes[i]] = StrictMath.log(upTo - below);
        }
        return logs;
    }

    /** A search that starts next to its goal. */
    Lookup lookup() {
        return new Lookup(this);
    }

    /** Finds codes of latents by a table of equal steps: about one comparison each. */
    static final class Lookup {
        private static final double REACH = 5;
        private static final int LEAST_STEPS = 64;

        private final int[] codes;
        private final double[] thresholds;
        /** By step: how many thresholds lie in the steps before it. */
        private final int[] before;

        private final double stepsPerUnit;

        private Lookup(LatentMargin margin) {
            codes = margin.codes;
            thresholds = margin.thresholds;
            int steps = Math.max(LEAST_STEPS, 4 * Integer.highestOneBit(codes.length));
            stepsPerUnit = steps / (2 * REACH);
            before = new int[steps];
            int passed = 0;
            for (int step = 0; step < steps; step++) {
                before[step] = passed;
                while (passed < thresholds.length && step(thresholds[passed]) <= step) {
                    passed++;
                }
            }
        }

        /** Writes the codes of the first {@code to - from} latents to places {@code from .. to-1}. */
        void encode(double[] latents, int[] into, int from, int to) {
            for (int row = from; row < to; row++) {
                into[row] = code(latents[row - from]);
            }
        }

        int code(double latent) {
            int position = before[step(latent)];
            while (position < thresholds.length && thresholds[position] <= latent) {
                position++;
            }
            return codes[position];
        }

        /** Never falls as the latent rises, which is all that exactness needs. */
        private int step(double latent) {
            return (int) Math.max(0, Math.min(before.length - 1, (latent + REACH) * stepsPerUnit));
        }
    }
}
