package io.understudy.gate;

import java.util.Locale;

/**
 * An inclusive range; NaN is never inside.
 *
 * @param min -Infinity for none
 * @param max +Infinity for none
 */
public record Limits(double min, double max) {
    private static final double SMALL = 0.01;

    public Limits {
        if (!(min <= max)) {
            throw new IllegalArgumentException("limits from " + min + " to " + max + " let nothing pass");
        }
        if (Double.isInfinite(min) && Double.isInfinite(max)) {
            throw new IllegalArgumentException("limits need a min, a max or both");
        }
    }

    /** Up to and with a number. */
    public static Limits atMost(double max) {
        return new Limits(Double.NEGATIVE_INFINITY, max);
    }

    /** From a number on. */
    public static Limits atLeast(double min) {
        return new Limits(min, Double.POSITIVE_INFINITY);
    }

    boolean contain(double measured) {
        return measured >= min && measured <= max;
    }

    @Override
    public String toString() {
        return scaled(1, 0);
    }

    /** In words, what {@code factor * x + shift} has to keep where x keeps these limits. */
    String scaled(double factor, double shift) {
        String least = "at least " + text(factor * min + shift);
        String most = "at most " + text(factor * max + shift);
        if (Double.isInfinite(min)) {
            return most;
        }
        return Double.isInfinite(max) ? least : least + " and " + most;
    }

    /** A number as messages print it: four decimals, six where it is small. */
    static String text(double number) {
        if (!Double.isFinite(number)) {
            return "not a number";
        }
        boolean small = number != 0 && Math.abs(number) < SMALL;
        return String.format(Locale.ROOT, small ? "%.6f" : "%.4f", number);
    }
}
