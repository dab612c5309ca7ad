package io.understudy.report;

import java.util.Locale;

/** How the numbers of a finding are written. */
enum Unit {
    /** A share of rows or of the worst possible, 0 .. 1, as a percentage. */
    SHARE("0 to 1, shown in per cent") {
        @Override
        String text(double number) {
            return String.format(Locale.ROOT, "%.2f\u00A0%%", 100 * number);
        }
    },
    /** A distance in fully differing columns. */
    COLUMNS("0 to the number of compared columns, in columns") {
        @Override
        String text(double number) {
            return String.format(Locale.ROOT, "%.3f\u00A0columns", number);
        }
    },
    /** A whole number of rows or attacks, or an estimate of one. */
    COUNT("0 or more, a number") {
        @Override
        String text(double number) {
            return number == Math.rint(number)
                    ? String.format(Locale.ROOT, "%,.0f", number)
                    : String.format(Locale.ROOT, "%,.1f", number);
        }
    },
    /** Points of a thousand. */
    POINTS("0 to 1000") {
        @Override
        String text(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
    },
    /** A number without a unit. */
    PLAIN("0 to 1") {
        @Override
        String text(double number) {
            return String.format(Locale.ROOT, "%.4f", number);
        }
    };

    private final String range;

    Unit(String range) {
        this.range = range;
    }

    /** Between what the numbers of most findings of this unit lie, in words. */
    String range() {
        return range;
    }

    abstract String text(double number);

    /** The number in words: one that is not a number is said to be none. */
    String of(double number) {
        return Double.isFinite(number) ? unsigned(text(number)) : "not a number";
    }

    /** Without the sign of a number that is written as zero. */
    private static String unsigned(String text) {
        return text.chars().anyMatch(digit -> digit >= '1' && digit <= '9') ? text : text.replaceFirst("^-", "");
    }

    /** An interval in words, with its unit once. */
    String interval(double low, double high) {
        String from = of(low);
        String to = of(high);
        String unit = to.replaceFirst("^[^\u00A0]*", "");
        return from.equals(to)
                ? to
                : from.substring(0, from.length() - (from.endsWith(unit) ? unit.length() : 0)) + " to " + to;
    }

    /** A short form for the marks of an axis. */
    String mark(double number) {
        return this == SHARE ? Numeral.plain(100 * number) + "\u00A0%" : Numeral.plain(number);
    }
}
