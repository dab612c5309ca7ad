package io.understudy.check;

/**
 * What an attack gains from the rows that were learned from, beyond what anyone gains from rows like them: the residual
 * risk of Giomi et al. (PoPETS 2023), {@code (attack - control) / (1 - control)}. 0 is as harmless as for the holdout, 1
 * certain success. Errors add in quadrature, to first order; everything is cut to 0 .. 1.
 *
 * @param value    0 .. 1
 * @param interval around it; 0 .. 1 where nothing can be said
 */
public record Risk(double value, Interval interval) {
    /** The fewest attacks that decide anything: fewer leave errors of a fifth and more. */
    public static final int LEAST_ATTACKS = 50;

    /** The risk of an attack on rows learned from that the control attack on held-out rows is compared with. */
    public static Risk of(Rate attack, Rate control) {
        return of(attack, control, 1);
    }

    /**
     * The same where even a certain leak does not always count as a success.
     *
     * @param certain the rate at which copies of rows would succeed, above 0, at most 1
     */
    public static Risk of(Rate attack, Rate control, double certain) {
        double room = certain - control.value();
        if (room <= 0) {
            return new Risk(0, new Interval(0, 1));
        }
        double risk = (attack.value() - control.value()) / room;
        double byControl = control.error() * (1 - risk) / room;
        double error = Math.sqrt(square(attack.error() / room) + square(byControl));
        return new Risk(cut(risk), new Interval(cut(risk - error), cut(risk + error)));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double cut(double x) {
        return Math.max(0, Math.min(1, x));
    }

    /** As a finding on privacy; the baseline is what an attacker reaches who does not look at the synthetic rows. */
    public Finding finding(String metric, String subject, double naive) {
        return new Finding("privacy", metric, subject, value, interval.low(), interval.high(), naive);
    }
}
