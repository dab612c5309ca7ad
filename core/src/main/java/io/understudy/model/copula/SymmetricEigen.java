package io.understudy.model.copula;

/** Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations, in strict arithmetic. */
final class SymmetricEigen {
    private static final int SWEEPS = 50;
    private static final double SMALL = 1e-24;

    private final double[][] matrix;
    private final double[] values;
    /** Row i is the eigenvector of values[i]: rows, so that a rotation runs along memory. */
    private final double[][] vectors;

    /** @param matrix symmetric; not changed */
    SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        int n = matrix.length;
        double[][] a = new double[n][];
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > SMALL * n; sweep++) {
            sweep(a);
        }
        values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
    }

    double value(int i) {
        return values[i];
    }

    /** The matrix with eigenvalues below {@code floor} lifted to it: the nearest such matrix in Frobenius norm. */
    double[][] lifted(double floor) {
        double[][] sum = new double[values.length][];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = matrix[i].clone();
        }
        for (int k = 0; k < values.length; k++) {
            if (values[k] < floor) {
                add(floor - values[k], vectors[k], sum);
            }
        }
        return sum;
    }

    /** Adds factor times v v', exactly symmetric. */
    private static void add(double factor, double[] v, double[][] into) {
        for (int i = 0; i < v.length; i++) {
            double weight = factor * v[i];
            for (int j = 0; j <= i; j++) {
                into[i][j] += weight * v[j];
                into[j][i] = into[i][j];
            }
        }
    }

    private void sweep(double[][] a) {
        for (int p = 0; p < a.length - 1; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (a[p][q] != 0) {
                    rotate(a, p, q);
                }
            }
        }
    }

    /** Turns the plane of coordinates p and q so that a[p][q] becomes 0 (Golub and Van Loan, algorithm 8.5.1). */
    private void rotate(double[][] a, int p, int q) {
        double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        turn(a[p], a[q], cosine, sine);
        turn(vectors[p], vectors[q], cosine, sine);
        for (double[] row : a) {
            double x = row[p];
            double y = row[q];
            row[p] = cosine * x - sine * y;
            row[q] = sine * x + cosine * y;
        }
    }

    private static void turn(double[] first, double[] second, double cosine, double sine) {
        for (int j = 0; j < first.length; j++) {
            double x = first[j];
            double y = second[j];
            first[j] = cosine * x - sine * y;
            second[j] = sine * x + cosine * y;
        }
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += a[i][j] * a[i][j];
            }
        }
        return sum;
    }
}
