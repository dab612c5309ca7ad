package io.understudy.model.copula;

import java.util.Arrays;

/**
 * How likely rows of codes are under a copula: the product of the codes' shares and the copula's density where each latent
 * is in the middle, by probability, of its code's interval. Exact in the limit of narrow intervals; the rectangles that
 * wide ones span have no closed form (Genz 1992).
 */
final class CopulaDensity {
    /** The least spread of a latent given those before it, so that no row is impossible. */
    private static final double LEAST_SPREAD = 1e-3;

    private static final double LOG_LEAST_SHARE = StrictMath.log(0x1p-31);

    private final GaussianCopula copula;
    /** By variable and code: the logarithm of its share. */
    private final double[][] logShares;
    /** By variable and code: the middle of its interval. */
    private final double[][] middles;

    CopulaDensity(GaussianCopula copula) {
        this.copula = copula;
        int width = copula.domain().width();
        logShares = new double[width][];
        middles = new double[width][];
        for (int v = 0; v < width; v++) {
            place(v, copula.margins().get(v), copula.domain().size(v));
        }
    }

    private void place(int variable, LatentMargin margin, int size) {
        logShares[variable] = new double[size];
        middles[variable] = new double[size];
        Arrays.fill(logShares[variable], LOG_LEAST_SHARE);
        double below = 0;
        for (int i = 0; i < margin.codes().length; i++) {
            double upTo = i == margin.thresholds().length ? 1 : Normal.cumulative(margin.thresholds()[i]);
            int code = margin.codes()[i];
            if (upTo > below) {
                logShares[variable][code] = Math.max(LOG_LEAST_SHARE, StrictMath.log(upTo - below));
                middles[variable][code] = Normal.quantile((below + upTo) / 2);
            }
            below = upTo;
        }
    }

    /** @param codes by variable */
    void log(int[][] codes, int rows, double[] into) {
        double[] independent = new double[codes.length];
        for (int row = 0; row < rows; row++) {
            into[row] = 0;
            for (int i = 0; i < independent.length; i++) {
                into[row] += step(i, codes, row, independent);
            }
        }
    }

    /** What the variable at one place of the order adds; its independent normal is left at that place. */
    private double step(int place, int[][] codes, int row, double[] independent) {
        int variable = copula.order().get(place);
        int code = codes[variable][row];
        double[] weights = copula.factor()[place];
        double latent = middles[variable][code];
        double mean = 0;
        for (int j = 0; j < place; j++) {
            mean += weights[j] * independent[j];
        }
        double spread = Math.max(LEAST_SPREAD, weights[place]);
        double normal = (latent - mean) / spread;
        independent[place] = normal;
        return logShares[variable][code] - StrictMath.log(spread) + (latent * latent - normal * normal) / 2;
    }
}
