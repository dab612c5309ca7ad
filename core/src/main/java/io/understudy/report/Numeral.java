package io.understudy.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as charts write them: short. */
final class Numeral {
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double LARGE = 1e15;
    private static final double SMALL = 1e-5;
    /** From here on thousands are set apart; below, years and the like are not. */
    private static final double GROUPED = 1_000_000;

    private Numeral() {}

    /** A share, 0 .. 1, as a percentage with at most three digits. */
    static String percent(double share) {
        double percent = 100 * share;
        int decimals = percent >= 10 || percent == 0 ? 0 : percent >= 1 ? 1 : 2;
        return Double.isFinite(percent)
                ? String.format(Locale.ROOT, "%." + decimals + "f\u00A0%%", percent)
                : "not a number";
    }

    /** A share, 0 .. 1, as a percentage with one digit after the point, two where it is small. */
    static String share(double share) {
        return share >= 0.1 && share < 1 ? String.format(Locale.ROOT, "%.1f\u00A0%%", 100 * share) : percent(share);
    }

    /** Any number, with at most six digits. */
    static String plain(double number) {
        if (!Double.isFinite(number)) {
            return "not a number";
        }
        double size = Math.abs(number);
        if (size >= LARGE || (size > 0 && size < SMALL)) {
            return String.format(Locale.ROOT, "%.2e", number);
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        BigDecimal shown = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        return size >= GROUPED ? String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown) : shown.toPlainString();
    }
}
