package io.understudy.model.copula;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Model;
import io.understudy.random.Hash;
import io.understudy.random.Philox;
import java.util.List;

/**
 * The marginals of a table joined by the dependence of a multivariate normal (Sklar 1959; Song 2000): each variable is
 * cut from a standard normal latent, and the latents are correlated.
 *
 * <p>Independent normal {@code v} of row {@code r} is the quantile of draw {@code v} of that row.
 *
 * @param domain  what is modelled
 * @param margins one per variable
 * @param factor  lower triangle of the Cholesky factor of the latent correlations: row v of length v + 1 and norm 1
 */
public record GaussianCopula(Domain domain, List<LatentMargin> margins, double[][] factor) implements Model {
    /** Rows that are worked on together: few enough for a batch of all variables to stay in cache. */
    private static final int BATCH = 256;

    private static final double LEAST_UNIFORM = 0x1p-54;

    public GaussianCopula {
        margins = List.copyOf(margins);
        if (margins.size() != domain.width() || factor.length != domain.width()) {
            throw new IllegalArgumentException(margins.size() + " margins and " + factor.length
                    + " rows of the factor for " + domain.width() + " variables");
        }
    }

    /** The correlation of two latents, -1 .. 1. */
    public double correlation(int first, int second) {
        double sum = 0;
        for (int j = 0; j <= Math.min(first, second); j++) {
            sum += factor[first][j] * factor[second][j];
        }
        return sum;
    }

    @Override
    public void sample(long seed, Block into) {
        int width = domain.width();
        int[][] codes = new int[width][into.rows()];
        double[][] latents = new double[width][Math.min(BATCH, into.rows())];
        List<LatentMargin.Lookup> lookups =
                margins.stream().map(LatentMargin::lookup).toList();
        for (int from = 0; from < into.rows(); from += BATCH) {
            draw(seed, into.firstRow() + from, latents);
            int to = Math.min(from + BATCH, into.rows());
            for (int v = width - 1; v >= 0; v--) {
                correlate(v, latents);
                lookups.get(v).encode(latents[v], codes[v], from, to);
            }
        }
        for (int v = 0; v < width; v++) {
            into.write(v, codes[v]);
        }
    }

    private static void draw(long seed, long firstRow, double[][] normals) {
        long[] bits = new long[normals.length == 0 ? 0 : normals[0].length];
        for (int v = 0; v < normals.length; v++) {
            Philox.fill(seed, firstRow, v, bits, bits.length);
            for (int i = 0; i < bits.length; i++) {
                normals[v][i] = Normal.quantile(Math.max(LEAST_UNIFORM, Hash.uniform(bits[i])));
            }
        }
    }

    /** Puts row v of the factor times the normals in their place; done from the last v down, it spoils none still needed. */
    private void correlate(int v, double[][] normals) {
        double[] row = factor[v];
        double[] sum = normals[v];
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= row[v];
        }
        for (int j = 0; j < v; j++) {
            double weight = row[j];
            double[] normal = normals[j];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * normal[i];
            }
        }
    }
}
