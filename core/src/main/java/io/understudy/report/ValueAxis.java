package io.understudy.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of numbers that holds 0 and has round numbers at its ends.
 *
 * @param start the number at its start, at most 0
 * @param end   the number at its end
 * @param step  between marks
 */
record ValueAxis(double start, double end, double step) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int MARKS = 4;

    /** The shortest axis of at most four steps that holds all numbers up to one. */
    static ValueAxis upTo(double most) {
        if (!(most > 0) || !Double.isFinite(most)) {
            return new ValueAxis(0, 1, 0.5);
        }
        double ten = Math.pow(10, Math.floor(Math.log10(most / MARKS)));
        double step = 10 * ten;
        for (int i = ROUND.length - 1; i >= 0; i--) {
            step = ROUND[i] * ten * MARKS >= most ? ROUND[i] * ten : step;
        }
        return new ValueAxis(0, Math.ceil(most / step - 1e-9) * step, step);
    }

    /** An axis that holds two numbers and 0. */
    static ValueAxis between(double least, double most) {
        ValueAxis upwards = upTo(Math.max(most, -least));
        double below = least < 0 ? -Math.ceil(-least / upwards.step - 1e-9) * upwards.step : 0;
        double above = Math.max(0, Math.ceil(most / upwards.step - 1e-9)) * upwards.step;
        return below < above ? new ValueAxis(below, above, upwards.step) : upwards;
    }

    /** The numbers to mark, from end to end. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (long i = Math.round(start / step); i <= Math.round(end / step); i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** Where a number is between {@code from}, the place of the start, and {@code to}, that of the end. */
    double place(double number, double from, double to) {
        double share = Math.max(0, Math.min(1, (number - start) / (end - start)));
        return from + (to - from) * (Double.isNaN(share) ? 0 : share);
    }
}
