package io.understudy.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... args) {
        return Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | missing required subcommand; see understudy --help",
                "rnu             | unknown command \"rnu\"; did you mean \"run\"?",
                "zzz             | unknown command \"zzz\"; see understudy --help",
                "--verison       | unknown option \"--verison\"; did you mean \"--version\"?",
                "run             | missing required parameter: 'JOB.yaml'; see understudy run --help",
                "run a b         | unknown argument \"b\"; see understudy run --help",
                "run a --dryrun  | unknown option \"--dryrun\"; did you mean \"--dry-run\"?",
                "fit a --dry-run | unknown option \"--dry-run\"; see understudy fit --help",
                "run a --set     | missing required parameter for option '--set' (path=value); see understudy run --help",
                "assess a --format csv"
                        + " | missing required argument(s): --synthetic=PATH; see understudy assess --help",
                "quickstart --rows many"
                        + " | invalid value for option '--rows': \"many\" is not a whole number;"
                        + " see understudy quickstart --help",
                "run a --progress=loud"
                        + " | invalid value for option '--progress': expected one of [AUTO, BAR, LINES, JSON, NONE]"
                        + " (case-insensitive) but was 'loud'; see understudy run --help",
                "quickstart --rows 0 | --rows must be a whole number >= 1, got 0",
            })
    void aWrongCommandLineEndsWithTwoAndOneLine(String line, String message) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err).hasToString("understudy: %s%n".formatted(message));
        assertThat(out).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "profile", "fit", "sample", "assess", "publish"})
    void aWrongJobFileEndsWithTwoAndOneLine(String command) throws IOException {
        Path job = Files.writeString(folder.resolve("job.yaml"), "input: { path: in }\n\noutptu: { path: out }\n");

        assertThat(run(command, job.toString())).isEqualTo(2);
        assertThat(err)
                .hasToString("understudy: unknown key \"outptu\" at line 3; did you mean \"output\"?%n".formatted());
    }

    @Test
    void settingsReachTheJobFile() throws IOException {
        Path job = Files.writeString(folder.resolve("job.yaml"), "input: { path: in }\noutput: { path: out }\n");

        assertThat(run("run", "--set", "seed=1", job.toString(), "--dry-run", "--set=output.rows=-5"))
                .isEqualTo(2);
        assertThat(err)
                .hasToString("understudy: output.rows must be \"same\" or a whole number >= 1, got -5 in --set%n"
                        .formatted());
    }

    @Test
    void publishingOverTheInputEndsWithFive() throws IOException {
        Path job = Files.writeString(folder.resolve("job.yaml"), "input: { path: in }\noutput: { path: in }\n");

        assertThat(run("run", job.toString())).isEqualTo(5);
        assertThat(err)
                .hasToString("understudy: output.path and input.path are the same place; publish to another one%n"
                        .formatted());
    }

    @Test
    void anArgumentIsNeverReadAsAFileOfArguments() {
        assertThat(run("run", "@job.yaml")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("understudy: the job file @job.yaml does not exist (looked for ");
    }

    @Test
    void helpListsTheCommandsInTheirOrder() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "quickstart", "init", "run", "profile", "fit", "sample", "assess", "publish", "explain")
                .contains("Exit codes:", "3   the gate refused the synthetic table; nothing is published")
                .contains("understudy assess job.yaml --synthetic other/table.parquet");
        assertThat(err).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quickstart",
                "init",
                "run",
                "profile",
                "fit",
                "sample",
                "assess",
                "publish",
                "explain",
                "completion"
            })
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: understudy " + command)
                .contains("--verbose", "Exit codes:");
    }

    @Test
    void completesCommandsAndOptionsInAShell() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("function _picocli_understudy_run()", "--dry-run", "--progress");
    }

    @Test
    void versionNamesWhatRuns() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("understudy .*\\RSpark 4\\.1\\..*\\RJava \\d+.*\\R");
    }
}
