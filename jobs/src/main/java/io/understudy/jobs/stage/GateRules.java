package io.understudy.jobs.stage;

import io.understudy.gate.Bound;
import io.understudy.gate.Gate;
import io.understudy.gate.Limits;
import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.job.GateChoice;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Sensitive;
import java.util.List;
import java.util.Optional;

/** The gate that a job asks for: a preset and rules of its own. */
final class GateRules {
    private static final String ATTRIBUTES = "privacy.attribute-disclosure";

    private GateRules() {}

    /**
     * The gate of an assessment.
     *
     * @param model  what the table was drawn from, where that is known: then there are rules on it too
     * @param madeUp columns whose values are made up and lead to a row: where there are any, there is a rule on them
     */
    static Gate of(Job job, Optional<ModelFile> model, List<Integer> madeUp) {
        GateChoice choice = job.gate();
        Preset preset = Preset.valueOf(choice.preset().name());
        return preset.gate()
                .and(disclosure(preset, job.sensitive()))
                .and(model.isPresent() ? preset.modelRules() : List.of())
                .and(madeUp.isEmpty() ? List.of() : preset.madeUpRules())
                .and(choice.rules().stream().map(GateRules::rule).toList());
    }

    /** The preset's rules on what is disclosed, as far as the job declares what may be known and what is sensitive. */
    private static List<Rule> disclosure(Preset preset, Sensitive declared) {
        if (declared.quasiIdentifiers().isEmpty()) {
            return List.of();
        }
        return preset.disclosure().stream()
                .filter(rule -> !declared.columns().isEmpty() || !rule.finding().equals(ATTRIBUTES))
                .toList();
    }

    /** What the checks and the gate are asked, as a text that changes when it does. */
    static String asked(Job job) {
        String gate = job.gate().preset() + " and " + job.gate().rules();
        return job.sensitive().equals(Sensitive.NONE) ? gate : gate + ", " + job.sensitive();
    }

    private static Rule rule(GateChoice.Rule rule) {
        Limits limits = new Limits(
                rule.min().orElse(Double.NEGATIVE_INFINITY), rule.max().orElse(Double.POSITIVE_INFINITY));
        return new Rule(rule.finding(), Bound.valueOf(rule.bound().name()), limits);
    }
}
