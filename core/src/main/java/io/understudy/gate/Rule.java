package io.understudy.gate;

import io.understudy.check.Finding;

/**
 * What must hold of every finding of one name.
 *
 * @param finding {@code check.metric}, such as {@code privacy.closer-to-train}
 * @param bound   which number of the finding is looked at
 * @param against what it is compared with first
 * @param limits  within which the result must lie
 */
public record Rule(String finding, Bound bound, Against against, Limits limits) {

    /** A rule on the number itself, as a job file states it. */
    public Rule(String finding, Bound bound, Limits limits) {
        this(finding, bound, Against.NOTHING, limits);
    }

    boolean holds(Finding measured) {
        return limits.contain(against.measure(measured, bound));
    }

    /** Whether this rule guards privacy rather than quality. */
    boolean guardsPrivacy() {
        return finding.startsWith("privacy.");
    }
}
