package io.understudy.model.copula;

/** The standard normal distribution, in strict arithmetic: the same bits on every machine. */
final class Normal {
    private static final double ROOT_TWO_PI = 2.5066282746310002;
    private static final double SERIES_LIMIT = 3.0;
    private static final int FRACTION_TERMS = 60;

    private static final double CENTRAL = 0.425;
    private static final double TAIL = 5.0;

    // Numerators and denominators of algorithm AS 241 (Wichura 1988), lowest power first.
    private static final double[] CENTRAL_OVER = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRAL_UNDER = {
        1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751,
        21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854
    };
    private static final double[] NEAR_OVER = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] NEAR_UNDER = {
        1.0, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
        0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9
    };
    private static final double[] FAR_OVER = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
    };
    private static final double[] FAR_UNDER = {
        1.0, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
        0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15
    };

    private Normal() {}

    static double density(double x) {
        return StrictMath.exp(-0.5 * x * x) / ROOT_TWO_PI;
    }

    /** P(X <= x), with a relative error below 1e-13 for x <= 0 and an absolute one below 1e-15 elsewhere. */
    static double cumulative(double x) {
        if (x > 0) {
            return 1 - cumulative(-x);
        }
        return -x < SERIES_LIMIT ? 0.5 - density(x) * series(-x) : density(x) / fraction(-x);
    }

    /** x + x^3/3 + x^5/(3*5) + ...: (P(X <= x) - 1/2) / density (Marsaglia 2004). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int k = 3; term > 0x1.0p-60 * sum; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return sum;
    }

    /** Laplace's continued fraction x + 1/(x + 2/(x + 3/...)): density over upper tail. */
    private static double fraction(double x) {
        double tail = x;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            tail = x + k / tail;
        }
        return tail;
    }

    /** The x with P(X <= x) = p; infinite at 0 and 1. Relative error about 1e-16 (Wichura 1988, algorithm AS 241). */
    static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= CENTRAL) {
            double r = CENTRAL * CENTRAL - q * q;
            return q * polynomial(CENTRAL_OVER, r) / polynomial(CENTRAL_UNDER, r);
        }
        double tail = q < 0 ? p : 1 - p;
        if (tail <= 0) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double r = Math.sqrt(-StrictMath.log(tail));
        double x = r <= TAIL
                ? polynomial(NEAR_OVER, r - 1.6) / polynomial(NEAR_UNDER, r - 1.6)
                : polynomial(FAR_OVER, r - TAIL) / polynomial(FAR_UNDER, r - TAIL);
        return q < 0 ? -x : x;
    }

    private static double polynomial(double[] c, double x) {
        return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
    }
}
