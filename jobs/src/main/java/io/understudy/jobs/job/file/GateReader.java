package io.understudy.jobs.job.file;

import io.understudy.jobs.job.GateChoice;
import io.understudy.jobs.job.GateChoice.Bound;
import io.understudy.jobs.job.GateChoice.Preset;
import io.understudy.jobs.job.GateChoice.Rule;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the key {@code gate}: what must hold before the table may leave. */
final class GateReader {

    private GateReader() {}

    static GateChoice read(Section gate) {
        return new GateChoice(
                gate.value("preset").map(value -> value.choice(Preset.class)).orElse(Preset.DEFAULT),
                gate.value("rules").map(Value::items).orElse(List.of()).stream()
                        .map(GateReader::rule)
                        .toList(),
                gate.value("quarantine").map(Value::bool).orElse(false));
    }

    private static Rule rule(Value item) {
        Section rule = item.section("finding", "bound", "max", "min");
        String finding = rule.value("finding")
                .orElseThrow(() -> item.conflict("needs a finding, such as privacy.closer-to-train"))
                .text();
        OptionalDouble max = limit(rule, "max");
        OptionalDouble min = limit(rule, "min");
        if (max.isEmpty() && min.isEmpty()) {
            throw item.conflict("limits nothing; give it a max, a min or both");
        }
        if (max.isPresent() && min.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            throw item.conflict("has a min above its max, so nothing can pass; swap them");
        }
        Bound bound =
                rule.value("bound").map(value -> value.choice(Bound.class)).orElse(Bound.VALUE);
        return new Rule(finding, bound, max, min);
    }

    private static OptionalDouble limit(Section rule, String key) {
        return rule.value(key)
                .map(value -> OptionalDouble.of(value.number(-Double.MAX_VALUE, Double.MAX_VALUE, "a finite number")))
                .orElse(OptionalDouble.empty());
    }
}
