package io.understudy.jobs.cli;

import io.understudy.jobs.job.JobException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** Runs a command to its end: what a failure prints, where, in which order, and the exit code. */
final class Ending {
    private static final int UNEXPECTED = 1;

    private final PrintStream err;
    private final Runnable stopSpark;
    private @Nullable String lastLine;

    /** {@code stopSpark} runs before the last line is printed, so that nothing of Spark follows it. */
    Ending(PrintStream err, Runnable stopSpark) {
        this.err = err;
        this.stopSpark = stopSpark;
    }

    /** Where a job tells how far it is, and at last how it ended. */
    PrintStream stream() {
        return err;
    }

    /** The line that said why a command failed; empty if none did. */
    String lastLine() {
        return Optional.ofNullable(lastLine).orElse("");
    }

    private void print(String line) {
        err.println(line);
        err.flush();
    }

    int of(CommandLine commandLine, String... args) {
        boolean verbose = Arrays.asList(args).contains(CommandLines.VERBOSE);
        commandLine.setParameterExceptionHandler((e, rest) -> misused(e));
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> failed(e, verbose));
        int code;
        try {
            code = commandLine.execute(args);
        } catch (Error e) {
            // A missing class or an exhausted heap must end with a line and a code as well.
            code = failed(e, verbose);
        }
        stop(verbose);
        Optional.ofNullable(lastLine).ifPresent(this::print);
        return code;
    }

    private void stop(boolean verbose) {
        try {
            stopSpark.run();
        } catch (RuntimeException e) {
            // The job has ended already, one way or the other; a session that does not stop must not hide how.
            if (verbose) {
                e.printStackTrace(err);
            }
        }
    }

    private int misused(ParameterException e) {
        lastLine = "understudy: " + Misuse.explain(e);
        return ExitCode.USAGE;
    }

    private int failed(Throwable failure, boolean verbose) {
        boolean explained = failure instanceof JobException && failure.getCause() == null;
        if (verbose && !explained) {
            failure.printStackTrace(err);
        }
        if (failure instanceof JobException expected) {
            lastLine = "understudy: " + oneLine(expected.getMessage());
            return expected.exitCode();
        }
        String advice = verbose ? "" : "; run again with --verbose for the stack trace";
        lastLine = "understudy: unexpected %s: %s%s"
                .formatted(failure.getClass().getName(), oneLine(failure.getMessage()), advice);
        return UNEXPECTED;
    }

    private static String oneLine(@Nullable String message) {
        return message == null
                ? "no message"
                : message.strip().lines().findFirst().orElse("no message");
    }
}
