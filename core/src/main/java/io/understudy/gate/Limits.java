package io.understudy.gate;

import java.util.Locale;

/**
 * An inclusive range; NaN is never inside.
 *
 * @param min -Infinity for none
 * @param max +Infinity for none
 */
public record Limits(double min, double max) {
    public Limits {
        if (!(min <= max)) {
            throw new IllegalArgumentException("limits from " + min + " to " + max + " let nothing pass");
        }
        if (Double.isInfinite(min) && Double.isInfinite(max)) {
            throw new IllegalArgumentException("limits need a min, a max or both");
        }
    }

    public static Limits atMost(double max) {
        return new Limits(Double.NEGATIVE_INFINITY, max);
    }

    public static Limits atLeast(double min) {
        return new Limits(min, Double.POSITIVE_INFINITY);
    }

    boolean contain(double measured) {
        return measured >= min && measured <= max;
    }

    @Override
    public String toString() {
        if (Double.isInfinite(min)) {
            return "at most " + text(max);
        }
        return Double.isInfinite(max) ? "at least " + text(min) : "between " + text(min) + " and " + text(max);
    }

    /** A number as messages print it: four decimals. */
    static String text(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number) : "not a number";
    }
}
