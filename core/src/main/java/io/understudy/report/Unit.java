package io.understudy.report;

import java.util.Locale;

/** How the numbers of a finding are written. */
enum Unit {
    /** A share of rows or of the worst possible, 0 .. 1, as a percentage. */
    SHARE {
        @Override
        String text(double number) {
            return String.format(Locale.ROOT, "%.2f\u00A0%%", 100 * number);
        }
    },
    /** A distance in fully differing columns. */
    COLUMNS {
        @Override
        String text(double number) {
            return String.format(Locale.ROOT, "%.3f\u00A0columns", number);
        }
    },
    /** A number without a unit. */
    PLAIN {
        @Override
        String text(double number) {
            return String.format(Locale.ROOT, "%.4f", number);
        }
    };

    abstract String text(double number);

    /** The number in words: one that is not a number is said to be none. */
    String of(double number) {
        return Double.isFinite(number) ? text(number) : "not a number";
    }
}
