package io.understudy.gate;

import io.understudy.check.Finding;

/** Which number of a finding a rule looks at. */
public enum Bound {
    /** The estimate. */
    VALUE,
    /** The lower end of the interval: a limit on it is broken only where the evidence leaves no doubt. */
    LOW,
    /** The upper end of the interval: a limit on it holds only where the evidence leaves no doubt. */
    HIGH;

    double of(Finding finding) {
        return switch (this) {
            case VALUE -> finding.value();
            case LOW -> finding.low();
            case HIGH -> finding.high();
        };
    }

    /** What this number of a finding says of it, for a message. */
    String describe(Finding finding) {
        String number = Limits.text(of(finding));
        if (!Double.isFinite(of(finding))) {
            return "is " + number;
        }
        return switch (this) {
            case VALUE -> "is " + number;
            case LOW -> "is " + number + " even at the low end of its interval";
            case HIGH -> "may be " + number + ", the high end of its interval";
        };
    }
}
