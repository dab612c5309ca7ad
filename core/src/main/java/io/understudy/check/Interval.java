package io.understudy.check;

/**
 * A confidence interval.
 *
 * @param low  at most {@code high}
 * @param high at least {@code low}
 */
public record Interval(double low, double high) {
    private static final double FARTHEST = 10;
    private static final int HALVINGS = 80;

    /**
     * The half-width, in standard errors, of a two-sided interval for a normal estimate.
     *
     * @param confidence above 0, below 1
     */
    public static double z(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + confidence);
        }
        double inside = 0;
        double outside = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (within(middle) < confidence) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }

    /**
     * The same for one of several intervals that are to hold all together (Bonferroni).
     *
     * @param intervals how many, at least 1
     */
    public static double z(double confidence, int intervals) {
        return z(1 - (1 - confidence) / intervals);
    }

    /** P(|X| <= z) of a standard normal X, by the series of Marsaglia (2004). */
    private static double within(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; term > 0x1.0p-60 * sum; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return sum * Math.sqrt(2 / Math.PI) * StrictMath.exp(-z * z / 2);
    }

    /**
     * Wilson's (1927) score interval for a share, which stays inside 0 .. 1 and holds for rare events too.
     *
     * @param share  0 .. 1
     * @param trials number of independent observations; any positive number where an effective one is meant (Korn and
     *               Graubard 1998). Without any the interval is 0 .. 1
     */
    public static Interval wilson(double share, double trials, double z) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double z2 = z * z / trials;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = z / (1 + z2) * Math.sqrt((share * (1 - share) + z2 / 4) / trials);
        return new Interval(Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half)));
    }
}
