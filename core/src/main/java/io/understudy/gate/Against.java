package io.understudy.gate;

import io.understudy.check.Finding;

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

    /** What a harmless table scores, for a message: nothing where the number is not compared with that. */
    String harmless(Finding finding) {
        return this == NOTHING ? "" : ", where a harmless table scores " + Limits.text(finding.baseline());
    }

    /** Limits on what is measured as limits on the finding itself, in words. */
    String onFinding(Limits limits, Finding finding) {
        return switch (this) {
            case NOTHING -> limits.toString();
            case BASELINE -> limits.scaled(1, finding.baseline());
            case CHANCE -> limits.scaled(1 - finding.baseline(), finding.baseline());
        };
    }
}
