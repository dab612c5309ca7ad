package io.understudy.model.copula;

/**
 * The standard bivariate normal distribution of one correlation (Drezner and Wesolowsky 1990, as refined by Genz 2004).
 *
 * <p>The excess of P(X <= h, Y <= k) over P(X <= h) P(Y <= k) is the integral of the density over the correlation, from 0
 * up. Near |rho| = 1 that integrand has a boundary layer, so there the integral runs down from the known limit instead,
 * with the layer's leading terms taken out and integrated by hand. Absolute error below 1e-14.
 */
final class BivariateNormal {
    private static final double TWO_PI = 2 * Math.PI;
    private static final double ROOT_TWO_PI = Math.sqrt(TWO_PI);
    private static final double STEEP = 0.925;
    /** Beyond this exponent the layer is 0 in double precision. */
    private static final double VANISHING = 700;

    private static final GaussLegendre COARSE = new GaussLegendre(6);
    private static final GaussLegendre MEDIUM = new GaussLegendre(12);
    private static final GaussLegendre FINE = new GaussLegendre(20);

    private final double rho;
    private final boolean steep;
    private final double[] weights;
    /** Flat: the sine of the angle at each node. Steep: the node itself, a value of sqrt(1 - r^2). */
    private final double[] nodes;

    /** @param rho -1 .. 1 */
    BivariateNormal(double rho) {
        this.rho = rho;
        this.steep = Math.abs(rho) >= STEEP;
        GaussLegendre rule = Math.abs(rho) < 0.3 ? COARSE : Math.abs(rho) < 0.75 ? MEDIUM : FINE;
        double end = steep ? Math.sqrt((1 - rho) * (1 + rho)) : StrictMath.asin(rho);
        this.weights = rule.weights(0, end);
        this.nodes = rule.nodes(0, end);
        for (int i = 0; i < nodes.length && !steep; i++) {
            nodes[i] = StrictMath.sin(nodes[i]);
        }
    }

    /** The density at (h, k), 0 where either is infinite; |rho| must be below 1. */
    double density(double h, double k) {
        if (Double.isInfinite(h) || Double.isInfinite(k)) {
            return 0;
        }
        double rest = (1 - rho) * (1 + rho);
        return StrictMath.exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest)) / (TWO_PI * Math.sqrt(rest));
    }

    /** P(X <= h, Y <= k). */
    double cumulative(double h, double k) {
        return Normal.cumulative(h) * Normal.cumulative(k) + excess(h, k);
    }

    /** P(X <= h, Y <= k) - P(X <= h) P(Y <= k): the covariance of the two events; 0 where h or k is infinite. */
    double excess(double h, double k) {
        if (Double.isInfinite(h) || Double.isInfinite(k)) {
            return 0;
        }
        if (!steep) {
            return flat(h, k);
        }
        double independent = Normal.cumulative(h) * Normal.cumulative(k);
        if (rho > 0) {
            return Normal.cumulative(Math.min(h, k)) - layer(h, k) - independent;
        }
        double limit = Math.max(0, Normal.cumulative(h) - Normal.cumulative(-k));
        return limit + layer(h, -k) - independent;
    }

    private double flat(double h, double k) {
        double product = h * k;
        double squares = 0.5 * (h * h + k * k);
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            double sine = nodes[i];
            sum += weights[i] * StrictMath.exp((sine * product - squares) / (1 - sine * sine));
        }
        return sum / TWO_PI;
    }

    /** What the probability at |rho| lacks to the one at correlation 1, both for (h, k). */
    private double layer(double h, double k) {
        double product = h * k;
        double gap = Math.abs(h - k);
        double square = gap * gap;
        if (!(0.5 * (square / ((1 - rho) * (1 + rho)) + product) < VANISHING)) {
            return 0;
        }
        double c = (4 - product) / 8;
        double d = (12 - product) / 16;
        double sum = leadingTerms(product, gap, c, d);
        for (int i = 0; i < nodes.length; i++) {
            double x2 = nodes[i] * nodes[i];
            double root = Math.sqrt(1 - x2);
            double exact = StrictMath.exp(-product * x2 / (2 * (1 + root) * (1 + root))) / root;
            double leading = 1 + c * x2 * (1 + d * x2);
            sum += weights[i] * StrictMath.exp(-0.5 * (square / x2 + product)) * (exact - leading);
        }
        return sum / TWO_PI;
    }

    /** The integral of exp(-(gap^2 / x^2 + product) / 2) (1 + c x^2 + c d x^4) over x from 0 to sqrt(1 - rho^2). */
    private double leadingTerms(double product, double gap, double c, double d) {
        double a2 = (1 - rho) * (1 + rho);
        double square = gap * gap;
        double a = Math.sqrt(a2);
        double smooth = 1 - c * (square - a2) * (1 - d * square / 5) / 3 + c * d * a2 * a2 / 5;
        double kink = gap * (1 - c * square * (1 - d * square / 5) / 3);
        return a * StrictMath.exp(-0.5 * (square / a2 + product)) * smooth
                - StrictMath.exp(-0.5 * product) * ROOT_TWO_PI * Normal.cumulative(-gap / a) * kink;
    }
}
