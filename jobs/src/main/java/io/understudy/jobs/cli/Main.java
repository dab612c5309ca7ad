package io.understudy.jobs.cli;

import io.understudy.jobs.job.Console;
import java.io.PrintStream;

/**
 * The program {@code understudy}, as spark-submit starts it.
 *
 * <p>It ends its own process with its exit code. Where the process is somebody else's, it returns if all is well and throws
 * if not: a cluster that runs the driver takes {@link System#exit} for a crash, whatever the code (YARN), and a process that has
 * a Spark session already, as that of a Databricks task, needs it afterwards.
 */
public final class Main {

    private Main() {}

    /** How a command ends that failed in a process of somebody else's: with the exit code and the last line in words. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(int code, String lastLine) {
            super("exit code " + code + ", " + lastLine);
        }
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args a command and its options, see docs/reference/commands.md
     * @throws RuntimeException if the command fails and the process is not this program's own
     */
    public static void main(String[] args) {
        boolean guest = SparkEnd.isGuest();
        Ending ending = new Ending(System.err, guest ? () -> {} : SparkEnd::stop);
        int code = run(args, ending, System.out);
        if (!guest && !SparkEnd.isDrivenByCluster()) {
            System.exit(code);
        }
        if (code != 0) {
            throw new Failed(code, ending.lastLine());
        }
    }

    /**
     * Runs one command inside a process that goes on afterwards, and leaves its Spark session to it.
     *
     * @param args a command and its options
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
