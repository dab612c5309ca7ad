package io.understudy.check.privacy.disclosure;

import io.understudy.check.Finding;
import io.understudy.check.Interval;

/**
 * A share of rows, or of entities. The members of one class go together, so the number of independent trials is Kish's (1965):
 * the square of the sum of the classes' members over the sum of their squares.
 */
final class Share {
    /** With fewer trials on either side nothing is decided. */
    private static final int LEAST_TRIALS = 20;

    private long met;
    private long members;
    private double squares;

    /**
     * Adds a class.
     *
     * @param of    members of the class that count
     * @param found those of them that meet the condition
     */
    void add(long of, long found) {
        members += of;
        met += found;
        squares += (double) of * of;
    }

    long members() {
        return members;
    }

    /** 0 without members. */
    double value() {
        return members == 0 ? 0 : (double) met / members;
    }

    double trials() {
        return members == 0 ? 0 : (double) members / squares * members;
    }

    Interval interval(double z) {
        return Interval.wilson(value(), trials(), z);
    }

    /**
     * This share beside that of a control, which is an estimate as well: the interval covers the error of both, added in
     * quadrature as Anonymeter does (Giomi et al. 2023), so that its ends can be compared with the baseline.
     */
    Finding against(Share control, String metric, String subject, double z) {
        double baseline = control.value();
        Interval own = interval(z);
        Interval others = control.interval(z);
        double low = value() - Math.sqrt(square(value() - own.low()) + square(others.high() - baseline));
        double high = value() + Math.sqrt(square(own.high() - value()) + square(baseline - others.low()));
        Finding finding =
                new Finding(Disclosure.NAME, metric, subject, value(), Math.max(0, low), Math.min(1, high), baseline);
        return Math.min(trials(), control.trials()) < LEAST_TRIALS ? finding.undecided() : finding;
    }

    /** This share beside one that has no part in a decision. */
    Finding beside(Share real, String metric, String subject, double z) {
        Interval own = interval(z);
        return new Finding(Disclosure.NAME, metric, subject, value(), own.low(), own.high(), real.value());
    }

    private static double square(double number) {
        return number * number;
    }
}
