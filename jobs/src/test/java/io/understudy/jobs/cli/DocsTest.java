package io.understudy.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.file.JobFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the pages say can be done can be done: links lead somewhere, commands parse, job files are read. */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern COMMAND = Pattern.compile("^(?:\\./|/opt/understudy/)?understudy ([a-z].*)$");

    @TempDir
    Path folder;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> root = Files.list(ROOT)) {
            return Stream.concat(docs, root).filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Path page) {
        String prose = FENCE.matcher(text(page)).replaceAll("");
        LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .forEach(link -> assertLeadsSomewhere(page, link));
    }

    private static void assertLeadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        assertThat(target).as("%s links to %s", page, link).exists();
        if (parts.length == 2) {
            assertThat(HEADING.matcher(text(target)).results().map(heading -> anchor(heading.group(1))))
                    .as("%s links to %s", page, link)
                    .contains(parts[1]);
        }
    }

    /** The name by which web pages of Markdown know a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandIsOneOfTheProgram(Path page) {
        FENCE.matcher(text(page))
                .results()
                .filter(fence -> List.of("", "sh", "bash").contains(fence.group(1)))
                .flatMap(fence -> fence.group(2).lines())
                .map(String::strip)
                .flatMap(line -> COMMAND.matcher(line).results())
                .map(MatchResult::group)
                .map(line -> line.replaceFirst("^\\S+ ", "").replaceFirst("\\s+(#|>|\\|).*", ""))
                .filter(line -> !line.startsWith("spark-home"))
                .forEach(line -> assertParses(page, line));
    }

    private static void assertParses(Path page, String line) {
        List<String> words = new ArrayList<>();
        Pattern.compile("'[^']*'|\\S+")
                .matcher(line)
                .results()
                .forEach(word -> words.add(word.group().replace("'", "")));
        CommandLine program = CommandsReferenceTest.program();
        assertThat(program.parseArgs(words.toArray(String[]::new)).hasSubcommand())
                .as("%s: understudy %s", page, line)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJobFileIsRead(Path page) {
        FENCE.matcher(text(page))
                .results()
                .filter(fence -> fence.group(1).equals("yaml"))
                .map(fence -> fence.group(2))
                .filter(yaml -> !yaml.contains("apiVersion:"))
                .forEach(yaml -> assertIsRead(page, yaml));
    }

    private void assertIsRead(Path page, String yaml) {
        String whole = yaml
                + (yaml.matches("(?s)(.*\\n)?input:.*") ? "" : "input: { path: in }\n")
                + (yaml.matches("(?s)(.*\\n)?output:.*") ? "" : "output: { path: out }\n");
        try {
            Path file = Files.writeString(folder.resolve("job.yaml"), whole);
            assertThat(JobFile.read(file, List.of(), variables(yaml)))
                    .as("%s", page)
                    .isNotNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new AssertionError(page + " has a job file that is not read: " + e.getMessage() + "\n" + yaml, e);
        }
    }

    private static Map<String, String> variables(String yaml) {
        return Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(yaml)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> "value"));
    }

    @Test
    void thereArePagesAndJobFilesToLookAt() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(20);
    }
}
