package io.understudy.check;

/**
 * A line that was measured: a cumulative distribution, or what an attack reaches at every threshold.
 *
 * @param check  the room of the check, as of a {@link Finding}
 * @param metric what was measured, in kebab case: {@code dcr}, {@code nndr}, {@code membership-roc}
 * @param line   which of the metric's lines this is: {@code synthetic}, {@code holdout} or the name of an attack
 * @param x      non-decreasing
 * @param y      as long as {@code x}; a share, 0 .. 1
 */
public record Curve(String check, String metric, String line, double[] x, double[] y) {
    /** The line of the rows to release. */
    public static final String SYNTHETIC = "synthetic";

    /** The line of the held-out rows in their place. */
    public static final String HOLDOUT = "holdout";

    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "a curve needs as many y as x, got " + y.length + " and " + x.length + " of " + metric);
        }
    }

    /** The name by which its lines belong together. */
    public String name() {
        return check + "." + metric;
    }
}
