package io.understudy.model.copula;

/** Gauss-Legendre quadrature: exact for polynomials of degree up to {@code 2n - 1}. */
final class GaussLegendre {
    private static final int NEWTON_STEPS = 10;

    private final double[] nodes;
    private final double[] weights;

    /** @param n number of nodes, at least 1 */
    GaussLegendre(int n) {
        nodes = new double[n];
        weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = -StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
            for (int step = 0; step < NEWTON_STEPS; step++) {
                x -= legendre(n, x) / slope(n, x);
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope(n, x) * slope(n, x));
        }
    }

    /** The nodes on an interval, ascending from {@code from} towards {@code to}. */
    double[] nodes(double from, double to) {
        double[] scaled = nodes.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = from + 0.5 * (to - from) * (1 + nodes[i]);
        }
        return scaled;
    }

    /** The weights that go with {@link #nodes}; they add up to {@code to - from}. */
    double[] weights(double from, double to) {
        double[] scaled = weights.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= 0.5 * (to - from);
        }
        return scaled;
    }

    private static double legendre(int n, double x) {
        double before = 0;
        double value = 1;
        for (int k = 1; k <= n; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return value;
    }

    private static double slope(int n, double x) {
        return n * (x * legendre(n, x) - legendre(n - 1, x)) / (x * x - 1);
    }
}
