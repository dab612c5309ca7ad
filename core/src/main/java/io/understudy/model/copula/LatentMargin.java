package io.understudy.model.copula;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One variable as intervals of a standard normal: its codes in latent order, each as wide as its share of the rows.
 *
 * <p>Law: a standard normal latent gives each code with probability {@code count / total}, up to the rounding of the
 * quantiles.
 */
public final class LatentMargin implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double REACH = 8;
    private static final int LEAST_BUCKETS = 64;

    private final int[] codes;
    private final long[] counts;
    /** Upper ends of all intervals but the last. */
    private final double[] thresholds;
    /** For each of equal steps of the latent from -REACH to REACH: how many thresholds lie in the steps before. */
    private final int[] guide;

    private final double steps;

    /**
     * @param codes  a permutation of 0 .. size-1: the codes from the lowest latent to the highest
     * @param counts rows by code (not by position); at least one row in all
     */
    public LatentMargin(int[] codes, long[] counts) {
        this.codes = codes.clone();
        this.counts = counts.clone();
        long[] ranked = Arrays.stream(codes).mapToLong(code -> counts[code]).toArray();
        thresholds = Arrays.copyOf(Scores.thresholds(ranked), codes.length - 1);
        int buckets = Math.max(LEAST_BUCKETS, 4 * Integer.highestOneBit(codes.length));
        steps = buckets / (2 * REACH);
        guide = new int[buckets];
        for (double threshold : thresholds) {
            int after = bucket(threshold) + 1;
            if (after < buckets) {
                guide[after]++;
            }
        }
        Arrays.parallelPrefix(guide, Integer::sum);
    }

    /** The codes from the lowest latent to the highest. */
    public int[] codes() {
        return codes.clone();
    }

    /** Rows by code. */
    public long[] counts() {
        return counts.clone();
    }

    /** The code whose interval holds a latent value; an interval holds its lower end. */
    int code(double latent) {
        int position = guide[bucket(latent)];
        while (position < thresholds.length && thresholds[position] <= latent) {
            position++;
        }
        return codes[position];
    }

    private int bucket(double latent) {
        double step = (latent + REACH) * steps;
        return (int) Math.max(0, Math.min(guide.length - 1, step));
    }
}
