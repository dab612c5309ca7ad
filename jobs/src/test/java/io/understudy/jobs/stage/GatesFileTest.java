package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.job.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    @ParameterizedTest
    @CsvSource({"default, DEFAULT", "strict, STRICT"})
    void saysWhyOfEveryRuleOfAPreset(String key, Preset preset) throws IOException {
        List<Rule> rules = Stream.of(
                        preset.gate().rules(), preset.disclosure(), preset.modelRules(), preset.madeUpRules())
                .flatMap(List::stream)
                .toList();
        List<Map<String, Object>> written =
                written().stream().filter(page -> page.get(key) != null).toList();
        assertThat(written).hasSameSizeAs(rules);
        IntStream.range(0, rules.size()).forEach(i -> {
            Rule rule = rules.get(i);
            Map<String, Object> page = written.get(i);
            assertThat(page.get("finding")).isEqualTo(rule.finding());
            assertThat(page.get("bound")).as(rule.finding()).isEqualTo(Spelling.of(rule.bound()));
            assertThat(page.get("against")).as(rule.finding()).isEqualTo(Spelling.of(rule.against()));
            assertThat(page.get(key)).as(rule.finding()).isEqualTo(rule.limits().max());
            assertThat(rule.limits().min()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(String.valueOf(page.get("why"))).as(rule.finding()).hasSizeGreaterThan(60);
            assertThat(page.containsKey("where"))
                    .isEqualTo(i >= preset.gate().rules().size());
        });
    }
}
