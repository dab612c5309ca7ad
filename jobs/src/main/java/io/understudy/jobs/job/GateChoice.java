package io.understudy.jobs.job;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What must hold before the synthetic table may leave.
 *
 * @param rules rules beside the preset's
 * @param quarantine whether a refused table is kept in the work folder
 */
public record GateChoice(Preset preset, List<Rule> rules, boolean quarantine) {

    public GateChoice {
        rules = List.copyOf(rules);
    }

    /** A named set of rules. */
    public enum Preset {
        STRICT,
        DEFAULT,
        REPORT_ONLY
    }

    /** Which number of a finding a rule looks at: the estimate or an end of its interval. */
    public enum Bound {
        VALUE,
        LOW,
        HIGH
    }

    /**
     * Limits for a finding; at least one of them is present, both are finite and inclusive.
     *
     * @param finding the check and the metric, such as {@code privacy.closer-to-train}
     */
    public record Rule(String finding, Bound bound, OptionalDouble max, OptionalDouble min) {}
}
