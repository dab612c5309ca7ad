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

    static Breach broken(Rule rule, Finding finding) {
        String subject = finding.subject().isEmpty() ? "" : " of " + finding.subject();
        String message = rule.finding() + subject + " is " + rule.against().describe(finding, rule.bound())
                + "; allowed is " + rule.limits();
        return new Breach(rule, Optional.of(finding), message);
    }
}
