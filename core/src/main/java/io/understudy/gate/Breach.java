package io.understudy.gate;

import io.understudy.check.Finding;
import java.util.Optional;

/**
 * A rule that does not hold.
 *
 * @param rule    as it was set
 * @param finding what broke it; empty where no check measured what the rule asks for
 * @param message what was measured, what a harmless table scores and what is allowed, for a person
 */
public record Breach(Rule rule, Optional<Finding> finding, String message) {

    static Breach unmeasured(Rule rule) {
        String message =
                rule.finding() + " was not measured, and what nobody has measured does not pass; check its name in"
                        + " gate.rules, or see in the notes why its check did not run";
        return new Breach(rule, Optional.empty(), message);
    }

    static Breach undecided(Rule rule, Finding finding) {
        String message =
                named(rule, finding) + " could not be decided, because there were too few rows to measure it on,"
                        + " and this rule passes only what is decided; give more rows, or hold out more of them";
        return new Breach(rule, Optional.of(finding), message);
    }

    private static String named(Rule rule, Finding finding) {
        return rule.finding() + (finding.subject().isEmpty() ? "" : " of " + finding.subject());
    }

    /** All numbers are on the finding's own scale, so that a person can compare them. */
    static Breach broken(Rule rule, Finding finding) {
        Against against = rule.against();
        String measured = named(rule, finding) + " " + rule.bound().describe(finding) + against.harmless(finding);
        boolean told = Double.isFinite(against.measure(finding, rule.bound()));
        String message = measured
                + (told || !Double.isFinite(rule.bound().of(finding))
                        ? "; " + against.onFinding(rule.limits(), finding) + " is allowed"
                        : "; that leaves no room to tell a leak by, and what cannot be told does not pass");
        return new Breach(rule, Optional.of(finding), message);
    }
}
