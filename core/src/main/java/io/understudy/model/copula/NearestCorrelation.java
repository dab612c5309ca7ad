package io.understudy.model.copula;

/**
 * The nearest correlation matrix: pairs that were estimated one by one need not fit together.
 *
 * <p>Alternating projections onto the positive semidefinite and the unit-diagonal matrices with Dykstra's correction
 * (Higham 2002), which converge to the nearest in Frobenius norm.
 */
final class NearestCorrelation {
    private static final int PROJECTIONS = 200;
    /** How far from 1 a diagonal may be at the end; scaling it away moves correlations by as much at most. */
    private static final double TOLERANCE = 1e-3;
    /** The least eigenvalue of what is returned, about. */
    private static final double FLOOR = 1e-9;

    private NearestCorrelation() {}

    /** A positive definite matrix with unit diagonal; the given one where it is such. */
    static double[][] of(double[][] symmetric) {
        double[][] unit = symmetric;
        double[][] correction = new double[unit.length][unit.length];
        for (int i = 0; i < PROJECTIONS; i++) {
            double[][] shifted = minus(unit, correction);
            double[][] positive = new SymmetricEigen(shifted).lifted(FLOOR);
            correction = minus(positive, shifted);
            unit = withUnitDiagonal(positive);
            if (farthestDiagonal(positive) < TOLERANCE) {
                return scaled(positive);
            }
        }
        return scaled(new SymmetricEigen(unit).lifted(FLOOR));
    }

    private static double[][] minus(double[][] left, double[][] right) {
        double[][] difference = new double[left.length][left.length];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < left.length; j++) {
                difference[i][j] = left[i][j] - right[i][j];
            }
        }
        return difference;
    }

    private static double[][] withUnitDiagonal(double[][] matrix) {
        double[][] unit = new double[matrix.length][];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = matrix[i].clone();
            unit[i][i] = 1;
        }
        return unit;
    }

    private static double farthestDiagonal(double[][] matrix) {
        double farthest = 0;
        for (int i = 0; i < matrix.length; i++) {
            farthest = Math.max(farthest, Math.abs(matrix[i][i] - 1));
        }
        return farthest;
    }

    private static double[][] scaled(double[][] covariance) {
        double[][] correlation = new double[covariance.length][covariance.length];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
                correlation[i][j] = i == j ? 1 : covariance[i][j] / scale;
            }
        }
        return correlation;
    }
}
