package io.understudy.gate;

import io.understudy.check.Finding;
import java.util.Locale;

/** What a finding is compared with before its limits apply. */
public enum Against {
    /** Nothing: the number itself. */
    NOTHING,
    /** The baseline: by how much it is exceeded, in the finding's own unit. */
    BASELINE,
    /**
     * What chance gives, for shares: (x - baseline) / (1 - baseline). 0 is as harmless as the holdout, 1 is complete. If
     * a share m of the rows succeeds for certain and the others by chance, this is m, whatever the baseline.
     */
    CHANCE;

    double measure(Finding finding, Bound bound) {
        double number = bound.of(finding);
        return switch (this) {
            case NOTHING -> number;
            case BASELINE -> number - finding.baseline();
            case CHANCE -> (number - finding.baseline()) / (1 - finding.baseline());
        };
    }

    /** How the measured number came about, for a message. */
    String describe(Finding finding, Bound bound) {
        String number =
                bound == Bound.VALUE ? "" : "the " + bound.name().toLowerCase(Locale.ROOT) + " end of its interval, ";
        String measured = number + Limits.text(bound.of(finding));
        return switch (this) {
            case NOTHING -> measured;
            case BASELINE ->
                measured + ", " + Limits.text(measure(finding, bound)) + " above its baseline "
                        + Limits.text(finding.baseline());
            case CHANCE ->
                measured + ", " + Limits.text(measure(finding, bound)) + " of the way from its baseline "
                        + Limits.text(finding.baseline()) + " to 1";
        };
    }
}
