package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.jobs.Committed;
import io.understudy.jobs.job.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on the job file has every key that the readers know, in the words of conf/reference.yaml. */
class JobFileReferenceTest {
    private static final Path REFERENCE = Path.of("..", "conf", "reference.yaml");
    private static final String NOBODYS = "zzqqxx";
    private static final String KNOWN = "known here: ";

    /** Every level of a job file, and a setting with a key that none knows. */
    private static final Map<String, String> LEVELS = levels();

    private static Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>();
        levels.put("", NOBODYS + "=1");
        for (String section : List.of("input", "holdout", "sensitive", "model", "output", "gate", "work", "report")) {
            levels.put(section, section + "." + NOBODYS + "=1");
        }
        levels.put("columns.NAME", "columns.a." + NOBODYS + "=1");
        levels.put("columns.NAME.key", "columns.a={treatment: pseudonymise, key: {" + NOBODYS + ": 1}}");
        levels.put("model.key", "model.key={" + NOBODYS + ": 1}");
        levels.put("output.conditions", "output.conditions=[{" + NOBODYS + ": 1}]");
        levels.put("output.rebalance", "output.rebalance={" + NOBODYS + ": 1}");
        levels.put("gate.rules", "gate.rules=[{" + NOBODYS + ": 1}]");
        return levels;
    }

    /** The keys of a level: the readers list them when they refuse one. */
    private static List<String> known(String setting) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class,
                () -> JobFile.of(List.of("input.path=in", "output.path=out", setting), Path.of("/jobs"), Map.of()));
        String message = String.valueOf(refusal.getMessage());
        assertThat(message).contains(KNOWN);
        return List.of(
                message.substring(message.indexOf(KNOWN) + KNOWN.length()).split(", "));
    }

    @Test
    void everyKeyThatTheReadersKnowIsInTheReference() throws IOException {
        String reference = Files.readString(REFERENCE);
        LEVELS.forEach((level, setting) -> assertThat(known(setting))
                .as("keys of \"%s\" that conf/reference.yaml does not mention", level)
                .allSatisfy(key -> assertThat(reference).containsPattern("(?<![a-z-])" + key + "(?![a-z-])")));
    }

    @Test
    void thePageHasEveryKey() throws IOException {
        ReferenceFile reference = ReferenceFile.of(Files.readAllLines(REFERENCE));
        StringBuilder page = new StringBuilder("# The job file\n\n");
        page.append(reference.intro()).append("\n");
        page.append(
                        "The same as a file to copy from: [conf/reference.yaml](../../conf/reference.yaml); a file to start from:")
                .append(" [conf/example.yaml](../../conf/example.yaml).\n");
        for (String key : known(NOBODYS + "=1")) {
            page.append(section(key, reference));
        }
        Committed.page("job-file.md", page.toString());
    }

    private static String section(String key, ReferenceFile reference) {
        String below = LEVELS.entrySet().stream()
                .filter(level -> level.getKey().startsWith(key + "."))
                .map(level -> "Keys of `%s`: %s.\n\n"
                        .formatted(
                                level.getKey(),
                                known(level.getValue()).stream()
                                        .map("`%s`"::formatted)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
        String notes = reference.notes(key).isEmpty() ? "" : "```yaml\n" + reference.notes(key) + "```\n";
        return "\n## `%s`\n\n| key | default | |\n|---|---|---|\n%s\n%s%s"
                .formatted(key, rows(key, reference), below, notes);
    }

    private static String rows(String key, ReferenceFile reference) {
        String setting = LEVELS.get(key);
        String own = reference.row(key);
        return own
                + (setting == null
                        ? ""
                        : known(setting).stream()
                                .map(below -> reference.row(key + "." + below))
                                .collect(Collectors.joining()));
    }

    @Test
    void keysWithoutALineOfTheirOwnAreFew() throws IOException {
        ReferenceFile reference = ReferenceFile.of(Files.readAllLines(REFERENCE));
        List<String> without = LEVELS.keySet().stream()
                .filter(level -> !level.isEmpty() && !level.contains("."))
                .flatMap(level -> known(level + "." + NOBODYS + "=1").stream()
                        .map(key -> level + "." + key)
                        .filter(key -> !reference.has(key)))
                .toList();
        assertThat(without)
                .as("described beside another key")
                .containsExactlyElementsOf(Arrays.asList(
                        "input.table", "input.query", "holdout.format", "holdout.options", "output.table"));
    }
}
