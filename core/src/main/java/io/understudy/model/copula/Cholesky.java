package io.understudy.model.copula;

/** The lower triangular factor of a correlation matrix. */
final class Cholesky {
    private static final double SINGULAR = 1e-14;
    private static final double ROUNDING = 1e-6;

    private Cholesky() {}

    /**
     * A ragged L, row i of length i + 1 and of norm 1, with L L' equal to the matrix.
     *
     * @throws IllegalArgumentException where the matrix is not positive semidefinite
     */
    static double[][] factor(double[][] correlation) {
        double[][] factor = new double[correlation.length][];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                double rest = correlation[i][j] - dot(factor[i], factor[j], j);
                double pivot = factor[j][j];
                require(pivot > 0 || Math.abs(rest) < ROUNDING, i);
                factor[i][j] = pivot > 0 ? rest / pivot : 0;
            }
            double rest = correlation[i][i] - dot(factor[i], factor[i], i);
            require(rest > -ROUNDING, i);
            factor[i][i] = rest > SINGULAR ? Math.sqrt(rest) : 0;
            normalise(factor[i]);
        }
        return factor;
    }

    private static void require(boolean semidefinite, int row) {
        if (!semidefinite) {
            throw new IllegalArgumentException(
                    "the correlation matrix is not positive semidefinite at row " + row + "; repair it first");
        }
    }

    /** Rounding must not show in the variance: marginals are exact only if each latent is standard normal. */
    private static void normalise(double[] row) {
        double norm = Math.sqrt(dot(row, row, row.length));
        for (int j = 0; j < row.length; j++) {
            row[j] /= norm;
        }
    }

    private static double dot(double[] x, double[] y, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }
}
