package io.understudy.jobs.cli;

import io.understudy.jobs.job.Console;
import java.io.PrintStream;

/** The program {@code understudy}, as spark-submit starts it. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, new Ending(System.err, SparkEnd::stop), System.out));
    }

    /**
     * Runs one command inside a process that goes on afterwards, and leaves its Spark session to it.
     *
     * @param out gets what was asked for: help, versions, a plan
     * @param err gets progress and, as its last line, the reason of a failure
     * @return 0 published or passed, 1 unexpected, 2 configuration, 3 refused, 4 input, 5 output conflict
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Ending(err, () -> {}), out);
    }

    private static int run(String[] args, Ending ending, PrintStream out) {
        Console console = Telling.asked(args).on(ending.stream());
        Commands commands = new Commands(out, console, System.getenv());
        return ending.of(CommandLines.of(commands, out, new ModelCommands(out, System.getenv())), args);
    }
}
