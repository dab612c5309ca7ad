package io.understudy.model.copula;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Model;
import io.understudy.random.Philox;
import java.util.List;

/**
 * Exact marginals joined by the dependence of a multivariate normal (Sklar 1959; Song 2000): each variable is cut from a
 * standard normal latent, and the latents are correlated.
 */
public final class GaussianCopula implements Model {
    private static final long serialVersionUID = 1L;
    /** Rows that are worked on together: few enough for a batch of all variables to stay in cache. */
    private static final int BATCH = 256;

    private static final double LEAST_UNIFORM = 0x1p-54;

    private final Domain domain;
    private final List<LatentMargin> margins;
    private final double[][] correlation;
    private final double[][] factor;

    /**
     * @param margins     one per variable of the domain
     * @param correlation of the latents: symmetric, unit diagonal
     * @throws IllegalArgumentException where the correlation matrix is not positive semidefinite
     */
    public GaussianCopula(Domain domain, List<LatentMargin> margins, double[][] correlation) {
        this.domain = domain;
        this.margins = List.copyOf(margins);
        this.correlation = correlation;
        this.factor = Cholesky.factor(correlation);
    }

    @Override
    public Domain domain() {
        return domain;
    }

    public LatentMargin margin(int variable) {
        return margins.get(variable);
    }

    /** The correlation of two latents, -1 .. 1. */
    public double correlation(int first, int second) {
        return correlation[first][second];
    }

    @Override
    public void sample(long seed, Block into) {
        int width = domain.width();
        int[][] codes = new int[width][into.rows()];
        double[][] latent = new double[width][Math.min(BATCH, into.rows())];
        for (int from = 0; from < into.rows(); from += BATCH) {
            int rows = Math.min(BATCH, into.rows() - from);
            for (int v = 0; v < width; v++) {
                draw(seed, into.firstRow() + from, v, latent[v]);
            }
            for (int v = width - 1; v >= 0; v--) {
                correlate(v, latent);
                encode(margins.get(v), latent[v], codes[v], from, rows);
            }
        }
        for (int v = 0; v < width; v++) {
            into.write(v, codes[v]);
        }
    }

    private static void draw(long seed, long firstRow, int variable, double[] normals) {
        for (int i = 0; i < normals.length; i++) {
            double uniform = Philox.uniform(seed, firstRow + i, variable);
            normals[i] = Normal.quantile(Math.max(uniform, LEAST_UNIFORM));
        }
    }

    /** Row v of the factor times the independent normals; from the last variable down, none is overwritten too early. */
    private void correlate(int v, double[][] latent) {
        double[] row = factor[v];
        double[] sum = latent[v];
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= row[v];
        }
        for (int j = 0; j < v; j++) {
            double weight = row[j];
            double[] normals = latent[j];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * normals[i];
            }
        }
    }

    private static void encode(LatentMargin margin, double[] latent, int[] codes, int from, int rows) {
        for (int i = 0; i < rows; i++) {
            codes[from + i] = margin.code(latent[i]);
        }
    }
}
