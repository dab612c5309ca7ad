package io.understudy.jobs.stage;

import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.Committed;
import io.understudy.jobs.job.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The page on the gate has every rule of the presets, with the reason that conf/gates.yaml gives. */
class GateReferenceTest {
    private static final String HEAD = """
            # The gate

            `gate.preset` is `default`, `strict` or `report-only`, which never refuses. `gate.rules` adds rules; each is a [finding](findings.md), the number of it that
            is looked at (`bound: value | low | high`, the estimate or an end of its interval) and a `max`, a `min` or both, which are allowed themselves.

            A finding that a rule needs and that was not measured refuses the table; so do a number that is not one and a check that failed or took too long. What too
            few rows decide passes `default` where a rule asks for proof of a leak (`low`), and is named in the notes; `strict` refuses it. Intervals are so wide that
            all privacy rules together refuse at most 5 in 100 harmless tables: %s with `default`, %s with `strict`.

            | finding | number | compared with | `default` | `strict` | only where there is |
            |---|---|---|---|---|---|
            %s
            *The baseline*: by how much it is exceeded. *Chance*: the share of the way from the baseline to 1, as in the message of a refusal, which gives the limit on the
            finding's own scale: a limit of 0.2 at a baseline of 0.5 is 0.6.

            ## Why
            %s""";

    @Test
    void everyRuleIsThereWithItsReason() throws IOException {
        List<Map<String, Object>> reasons = reasons();
        Committed.page(
                "gate.md",
                HEAD.formatted(
                        confidence(Preset.DEFAULT),
                        confidence(Preset.STRICT),
                        reasons.stream().map(GateReferenceTest::row).collect(Collectors.joining()),
                        reasons.stream()
                                .map(reason -> "\n- **`%s`**: %s\n"
                                        .formatted(
                                                reason.get("finding"),
                                                String.valueOf(reason.get("why"))
                                                        .strip()))
                                .collect(Collectors.joining())));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> reasons() throws IOException {
        String page = Files.readString(Path.of("..", "conf", "gates.yaml"));
        return (List<Map<String, Object>>) new Load(LoadSettings.builder().build()).loadFromString(page);
    }

    private static String confidence(Preset preset) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * preset.gate().confidence());
    }

    private static String row(Map<String, Object> reason) {
        String finding = String.valueOf(reason.get("finding"));
        Object where = reason.get("where");
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        finding,
                        of(finding, rule -> Spelling.of(rule.bound())),
                        of(finding, rule -> Spelling.of(rule.against())),
                        limits(finding, Preset.DEFAULT),
                        limits(finding, Preset.STRICT),
                        place(where));
    }

    /** A key of the job file, or in words. */
    private static String place(@Nullable Object where) {
        if (where == null) {
            return "";
        }
        String text = String.valueOf(where);
        return text.equals("model") ? "a model at hand" : text.contains(" ") ? text : "`" + text + "`";
    }

    private static Stream<Rule> rules(Preset preset) {
        return Stream.of(preset.gate().rules(), preset.disclosure(), preset.modelRules(), preset.madeUpRules())
                .flatMap(List::stream);
    }

    private static String of(String finding, Function<Rule, String> what) {
        return rules(Preset.STRICT)
                .filter(rule -> rule.finding().equals(finding))
                .map(what)
                .findFirst()
                .orElseThrow();
    }

    private static String limits(String finding, Preset preset) {
        return rules(preset)
                .filter(rule -> rule.finding().equals(finding))
                .map(rule -> String.valueOf(rule.limits().max()))
                .findFirst()
                .orElse("reported");
    }
}
