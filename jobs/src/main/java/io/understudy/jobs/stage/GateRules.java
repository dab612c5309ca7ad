package io.understudy.jobs.stage;

import io.understudy.gate.Bound;
import io.understudy.gate.Gate;
import io.understudy.gate.Limits;
import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.job.GateChoice;

/** The gate that a job asks for: a preset and rules of its own. */
final class GateRules {
    private GateRules() {}

    static Gate of(GateChoice choice) {
        return Preset.valueOf(choice.preset().name())
                .gate()
                .and(choice.rules().stream().map(GateRules::rule).toList());
    }

    /** The gate as a text that changes when it does. */
    static String asked(GateChoice choice) {
        return choice.preset() + " and " + choice.rules();
    }

    private static Rule rule(GateChoice.Rule rule) {
        Limits limits = new Limits(
                rule.min().orElse(Double.NEGATIVE_INFINITY), rule.max().orElse(Double.POSITIVE_INFINITY));
        return new Rule(rule.finding(), Bound.valueOf(rule.bound().name()), limits);
    }
}
