package io.understudy.model.copula;

import java.util.Arrays;

/** Moves independent normals to where the codes of given variables put them, one variable after the other. */
final class Truncation {
    private final GaussianCopula copula;

    /** By place in the order, then by code: the ends of its interval. */
    private final double[][][] intervals;

    Truncation(GaussianCopula copula, int given) {
        this.copula = copula;
        intervals = new double[given][][];
        Arrays.setAll(intervals, i -> {
            int variable = copula.order().get(i);
            return copula.margins().get(variable).intervals(copula.domain().size(variable));
        });
    }

    /**
     * Changes the first normals so that the latents made of them lie in the intervals of the given codes.
     *
     * @param normals by place in the order, for rows {@code from .. to-1}
     * @param codes   by variable, for all rows
     */
    void condition(double[][] normals, int[][] codes, int from, int to) {
        for (int i = 0; i < intervals.length; i++) {
            int[] given = codes[copula.order().get(i)];
            double[] weights = copula.factor()[i];
            for (int row = from; row < to && weights[i] > 0; row++) {
                double mean = 0;
                for (int j = 0; j < i; j++) {
                    mean += weights[j] * normals[j][row - from];
                }
                double[] interval = intervals[i][given[row]];
                double low = (interval[0] - mean) / weights[i];
                double high = (interval[1] - mean) / weights[i];
                normals[i][row - from] = within(low, high, normals[i][row - from]);
            }
        }
    }

    /** The normal at the same share of an interval as a free one has of the whole line. */
    private static double within(double low, double high, double free) {
        if (low > 0) {
            return -within(-high, -low, -free);
        }
        double below = low == Double.NEGATIVE_INFINITY ? 0 : Normal.cumulative(low);
        double above = high == Double.POSITIVE_INFINITY ? 1 : Normal.cumulative(high);
        double share = below + Normal.cumulative(free) * (above - below);
        double normal = share > 0 && share < 1 ? Normal.quantile(share) : high;
        return Math.max(low, Math.min(high, normal));
    }
}
