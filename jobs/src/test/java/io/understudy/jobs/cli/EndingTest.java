package io.understudy.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.OutputConflictException;
import io.understudy.jobs.job.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

class EndingTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** A command that ends as a test wants it to. */
    @Command(name = "understudy")
    record Ends(Callable<Integer> how) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return how.call();
        }
    }

    private int run(Callable<Integer> how, String... args) {
        Ending ending = new Ending(err, () -> err.println("Spark's last words"));
        return ending.of(CommandLines.of(new Ends(how), err), args);
    }

    private static Callable<Integer> failing(Exception failure) {
        return () -> {
            throw failure;
        };
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConfigurationException("k is wrong"), 2, "k is wrong"),
                Arguments.of(
                        new RefusedException("refused by the rule a.b: its low end 0.61 is above 0.52"),
                        3,
                        "refused by the rule a.b: its low end 0.61 is above 0.52"),
                Arguments.of(new InputException("no table", new IOException("why")), 4, "no table"),
                Arguments.of(new OutputConflictException("taken\nby another"), 5, "taken"),
                Arguments.of(
                        new IOException("disk full\nat block 5"),
                        1,
                        "unexpected java.io.IOException: disk full; run again with --verbose for the stack trace"),
                Arguments.of(
                        new IllegalStateException(),
                        1,
                        "unexpected java.lang.IllegalStateException: no message;"
                                + " run again with --verbose for the stack trace"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureHasACodeAndTheLastLine(Exception failure, int code, String line) {
        assertThat(run(failing(failure))).isEqualTo(code);
        assertThat(printed()).isEqualTo("Spark's last words%nunderstudy: %s%n".formatted(line));
    }

    @Test
    void anErrorOfTheMachineHasACodeAndALastLineToo() {
        int code = run(() -> {
            throw new NoClassDefFoundError("io/delta/Gone");
        });

        assertThat(code).isEqualTo(1);
        assertThat(printed())
                .endsWith("understudy: unexpected java.lang.NoClassDefFoundError: io/delta/Gone;"
                        + " run again with --verbose for the stack trace" + System.lineSeparator());
    }

    @Test
    void successSaysNothing() {
        assertThat(run(() -> 0)).isZero();
        assertThat(printed()).isEqualTo("Spark's last words%n".formatted());
    }

    @Test
    void theLastLineSurvivesASparkThatDoesNotStop() {
        Ending ending = new Ending(err, () -> {
            throw new IllegalStateException("still busy");
        });

        assertThat(ending.of(CommandLines.of(new Ends(failing(new RefusedException("refused"))), err)))
                .isEqualTo(3);
        assertThat(printed()).isEqualTo("understudy: refused%n".formatted());
    }

    @Test
    void verboseShowsTheStackTraceBeforeTheLastLine() {
        assertThat(run(failing(new IOException("disk full")), "--verbose")).isEqualTo(1);
        assertThat(printed())
                .startsWith("java.io.IOException: disk full")
                .contains("at " + EndingTest.class.getName())
                .endsWith("understudy: unexpected java.io.IOException: disk full%n".formatted());
    }

    @Test
    void verboseShowsTheCauseOfAnExpectedFailure() {
        assertThat(run(failing(new InputException("unreadable", new IOException("bad magic"))), "--verbose"))
                .isEqualTo(4);
        assertThat(printed()).contains("Caused by: java.io.IOException: bad magic");
    }

    @Test
    void verboseAddsNothingToAFailureThatExplainsItself() {
        assertThat(run(failing(new RefusedException("refused")), "--verbose")).isEqualTo(3);
        assertThat(printed()).isEqualTo("Spark's last words%nunderstudy: refused%n".formatted());
    }
}
