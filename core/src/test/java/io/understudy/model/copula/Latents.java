package io.understudy.model.copula;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Philox;
import java.util.function.DoubleToIntFunction;

/** Coded rows that are cut from correlated normals: what a copula should find again. */
final class Latents {
    private final double[][] values;

    private Latents(double[][] values) {
        this.values = values;
    }

    /** @param correlation positive definite */
    static Latents draw(double[][] correlation, int rows, long seed) {
        double[][] factor = Cholesky.factor(correlation);
        double[][] values = new double[factor.length][rows];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < factor.length; j++) {
                double normal = Normal.quantile(Math.max(0x1p-54, Philox.uniform(seed, row, j)));
                for (int i = j; i < factor.length; i++) {
                    values[i][row] += factor[i][j] * normal;
                }
            }
        }
        return new Latents(values);
    }

    /** All pairs correlated alike. */
    static Latents draw(int width, double correlation, int rows, long seed) {
        double[][] matrix = new double[width][width];
        for (int i = 0; i < width; i++) {
            java.util.Arrays.fill(matrix[i], correlation);
            matrix[i][i] = 1;
        }
        return draw(matrix, rows, seed);
    }

    /** The rows whose variable v has the code that its cut gives its latent. */
    Block cut(Domain domain, DoubleToIntFunction... cuts) {
        Block block = Block.empty(domain, 0, values[0].length);
        for (int v = 0; v < cuts.length; v++) {
            int[] codes = new int[block.rows()];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = cuts[v].applyAsInt(values[v][row]);
            }
            block.write(v, codes);
        }
        return block;
    }

    /** Cuts into codes 0 .. n-1 of equal probability. */
    static DoubleToIntFunction even(int n) {
        return latent -> Math.min(n - 1, (int) (n * Normal.cumulative(latent)));
    }

    /** The same with another name for each code. */
    static DoubleToIntFunction named(int... names) {
        DoubleToIntFunction codes = even(names.length);
        return latent -> names[codes.applyAsInt(latent)];
    }
}
