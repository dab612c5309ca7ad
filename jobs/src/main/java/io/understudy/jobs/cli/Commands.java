package io.understudy.jobs.cli;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.stage.Draft;
import io.understudy.jobs.stage.Explaining;
import io.understudy.jobs.stage.Pipeline;
import io.understudy.jobs.stage.Quickstart;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be asked of Understudy; one method per command. */
@Command(
        name = "understudy",
        description = "Learns a table on Spark and publishes a synthetic one in its place.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Versions.class,
        footer = {
            "",
            "Examples:",
            "  understudy quickstart",
            "  understudy init data/customers.parquet > job.yaml",
            "  understudy run job.yaml --dry-run",
            "  understudy run job.yaml --set output.rows=1000 --set seed=7",
            "  understudy assess job.yaml --synthetic other/table.parquet",
            "  understudy explain out/customers.understudy"
        })
final class Commands {
    private final PrintStream out;
    private final Console console;
    private final Map<String, String> environment;

    Commands(PrintStream out, Console console, Map<String, String> environment) {
        this.out = out;
        this.console = console;
        this.environment = environment;
    }

    @Command(
            name = "run",
            description = "Does the whole job: profile, fit, sample, assess and, if the gate lets it, publish.")
    void whole(
            @Mixin JobArguments arguments,
            @Option(names = "--dry-run", description = "Checks everything and prints the plan; writes nothing.")
                    boolean dryRun) {
        Pipeline pipeline = pipeline(arguments);
        if (dryRun) {
            out.println(pipeline.plan());
        } else {
            pipeline.run();
        }
    }

    @Command(
            description = "Reads a table, proposes what its columns are and what becomes of personal ones, and prints a"
                    + " commented job file to go on from.")
    void init(
            @Parameters(paramLabel = "TABLE", description = "A path of any file system, or a table of the catalog.")
                    String table,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            description = "Its format; default by the path's ending, else delta.")
                    @Nullable
                    String format) {
        out.print(new Draft(table, Optional.ofNullable(format), console).yaml());
        out.flush();
    }

    @Command(description = "Reads the input, holds rows out and learns what its columns mean: WORK/profile.json.")
    void profile(@Mixin JobArguments arguments) {
        pipeline(arguments).profile();
    }

    @Command(description = "Fits the model to the profiled input: WORK/model.")
    void fit(@Mixin JobArguments arguments) {
        pipeline(arguments).fit();
    }

    @Command(description = "Draws synthetic rows from the fitted model: WORK/sample.")
    void sample(@Mixin JobArguments arguments) {
        pipeline(arguments).sample();
    }

    @Command(
            description = "Compares the sample, or any table, with the rows fitted to and the rows held out:"
                    + " WORK/assessment.json and the report, with the verdict passed or refused.")
    void assess(@Mixin JobArguments arguments, @ArgGroup(exclusive = false) @Nullable Synthetic synthetic) {
        pipeline(arguments).assess(Optional.ofNullable(synthetic).map(Synthetic::source));
    }

    @Command(
            description =
                    "Fits and assesses the model at five settings of model.closeness and draws what it costs and gains:"
                            + " REPORT/frontier.html and frontier.json. Publishes nothing.")
    void frontier(@Mixin JobArguments arguments) {
        pipeline(arguments).frontier();
    }

    @Command(description = "Publishes the assessed sample, all of it or nothing, if the gate lets it.")
    void publish(@Mixin JobArguments arguments) {
        pipeline(arguments).publish();
    }

    @Command(
            description = "Says in words why a table was refused and what to change, from a report's folder or its"
                    + " verdict.json.")
    void explain(
            @Parameters(paramLabel = "REPORT", description = "The folder of a report, or the verdict.json in it.")
                    String report) {
        Explaining.lines(report).forEach(out::println);
        out.flush();
    }

    @Command(
            description = "Prints a script by which bash and zsh complete commands and options:"
                    + " source <(understudy completion)")
    void completion() {
        out.print(AutoComplete.bash("understudy", CommandLines.of(this, out, new ModelCommands(out, environment))));
        out.flush();
    }

    @Command(description = "Generates a sample table of insurance claims and does a whole job on it, on this machine.")
    void quickstart(
            @Option(
                            names = "--rows",
                            paramLabel = "N",
                            defaultValue = "60000",
                            description = "Rows of the sample table; default ${DEFAULT-VALUE}.")
                    long rows,
            @Option(
                            names = "--output",
                            paramLabel = "DIR",
                            defaultValue = "understudy-out/quickstart",
                            description = "Folder for the tables and the report; default ${DEFAULT-VALUE}.")
                    Path folder) {
        if (rows < 1) {
            throw new ConfigurationException("--rows must be a whole number >= 1, got " + rows);
        }
        new Quickstart(folder, rows, console).run();
    }

    private Pipeline pipeline(JobArguments arguments) {
        return new Pipeline(arguments.read(environment), console);
    }
}
