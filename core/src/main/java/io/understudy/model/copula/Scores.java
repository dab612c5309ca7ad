package io.understudy.model.copula;

/** Numbers for the categories of a variable whose latent normal is cut into intervals of given masses. */
final class Scores {
    private Scores() {}

    /** The upper end of each interval, as the normal quantile of the mass up to there; the last is infinite. */
    static double[] thresholds(long[] counts) {
        double[] thresholds = new double[counts.length];
        long total = total(counts);
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i];
            thresholds[i] = Normal.quantile((double) below / total);
        }
        return thresholds;
    }

    /** The mean of a standard normal over each interval, scaled to variance 1 under the masses; 0 without mass. */
    static double[] normal(long[] counts) {
        double[] scores = new double[counts.length];
        double[] thresholds = thresholds(counts);
        long total = total(counts);
        double below = 0;
        double variance = 0;
        for (int i = 0; i < counts.length; i++) {
            double above = Normal.density(thresholds[i]);
            if (counts[i] > 0) {
                double share = (double) counts[i] / total;
                scores[i] = (below - above) / share;
                variance += share * scores[i] * scores[i];
            }
            below = above;
        }
        scale(scores, variance);
        return scores;
    }

    private static void scale(double[] scores, double variance) {
        double factor = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= factor;
        }
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }
}
