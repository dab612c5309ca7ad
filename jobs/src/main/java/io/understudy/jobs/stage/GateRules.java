package io.understudy.jobs.stage;

import io.understudy.gate.Bound;
import io.understudy.gate.Gate;
import io.understudy.gate.Limits;
import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.job.GateChoice;
import java.util.List;
import java.util.Optional;

/** The gate that a job asks for: a preset and rules of its own. */
final class GateRules {
    private GateRules() {}

    /** @param model what the table was drawn from, where that is known: then there are rules on it too */
    static Gate of(GateChoice choice, Optional<ModelFile> model) {
        Preset preset = Preset.valueOf(choice.preset().name());
        return preset.gate()
                .and(model.isPresent() ? preset.modelRules() : List.of())
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
