package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.gate.Limits;
import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.job.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The page that says why of every rule knows every rule, and no other. */
class GatesFileTest {
    private static final Path FILE = Path.of("..", "conf", "gates.yaml");

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> written() throws IOException {
        return (List<Map<String, Object>>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
    }

    private static List<Rule> conditional(Preset preset) {
        return Stream.concat(preset.disclosure().stream(), preset.modelRules().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"default, DEFAULT", "strict, STRICT"})
    void saysWhyOfEveryRuleOfAPreset(String key, Preset preset) throws IOException {
        List<Rule> rules = Stream.concat(preset.gate().rules().stream(), conditional(preset).stream())
                .toList();
        List<Map<String, Object>> written =
                written().stream().filter(page -> page.containsKey(key)).toList();
        assertThat(written)
                .extracting(page -> page.get("finding"))
                .containsExactlyInAnyOrderElementsOf(rules.stream().map(Rule::finding).toList());
        for (Map<String, Object> page : written) {
            Rule rule = rules.stream()
                    .filter(each -> each.finding().equals(page.get("finding")))
                    .findFirst()
                    .orElseThrow();
            assertThat(page.get("bound")).as(rule.finding()).isEqualTo(Spelling.of(rule.bound()));
            assertThat(page.get("against")).as(rule.finding()).isEqualTo(Spelling.of(rule.against()));
            double limit = ((Number) page.get(key)).doubleValue();
            assertThat(rule.limits())
                    .as(rule.finding())
                    .isEqualTo(page.containsKey("at") ? Limits.atLeast(limit) : Limits.atMost(limit));
            assertThat(page.get("why").toString()).as(rule.finding()).hasSizeGreaterThan(60);
            assertThat(page.containsKey("where")).as(rule.finding()).isEqualTo(conditional(preset).contains(rule));
        }
    }
}
