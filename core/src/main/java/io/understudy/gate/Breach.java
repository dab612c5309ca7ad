package io.understudy.gate;

import io.understudy.check.Finding;
import java.util.Optional;

/**
 * A rule that does not hold.
 *
 * @param rule    as it was set
 * @param finding what broke it; empty where no check measured what the rule asks for
 * @param message what was measured and what was allowed, for a person
 */
public record Breach(Rule rule, Optional<Finding> finding, String message) {

    static Breach unmeasured(Rule rule) {
        String message = rule.finding() + " was not measured, and what is not measured is not allowed to pass:"
                + " check the name in gate.rules, or why the check did not run";
        return new Breach(rule, Optional.empty(), message);
    }

    static Breach undecided(Rule rule, Finding finding) {
        String message =
                named(rule, finding) + " decides nothing, because there were too few rows to measure it on, and"
                        + " what is not decided does not pass this rule: give more rows, or hold out more";
        return new Breach(rule, Optional.of(finding), message);
    }

    private static String named(Rule rule, Finding finding) {
        return rule.finding() + (finding.subject().isEmpty() ? "" : " of " + finding.subject());
    }

    static Breach broken(Rule rule, Finding finding) {
        String message = named(rule, finding) + " is " + rule.against().describe(finding, rule.bound())
                + "; allowed is " + rule.limits();
        return new Breach(rule, Optional.of(finding), message);
    }
}
