package io.understudy.jobs.cli;

import io.understudy.jobs.Committed;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The pages on commands and exit codes say what the program says. */
class CommandsReferenceTest {

    static CommandLine program() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Commands commands = new Commands(nowhere, line -> {}, Map.of());
        return CommandLines.of(commands, nowhere, new ModelCommands(nowhere, Map.of()));
    }

    @Test
    void theCommandsAreThoseOfTheProgram() {
        Committed.page("commands.md", """
                # Commands

                What `--help` prints. `./understudy` builds what is missing and hands everything to spark-submit; with a Spark of your own, give the
                same words to `spark-submit --class io.understudy.jobs.cli.Main understudy-VERSION.jar`. [Exit codes](exit-codes.md) are the same for all
                commands.
                """ + described("##", program()));
    }

    private static String described(String heading, CommandLine command) {
        command.getCommandSpec().usageMessage().exitCodeListHeading("").exitCodeList(Map.of());
        String usage = command.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        String page = "\n%s %s\n\n```text\n%s\n```\n"
                .formatted(heading, command.getCommandSpec().qualifiedName(), usage);
        return page
                + command.getSubcommands().values().stream()
                        .map(below -> described("###", below))
                        .collect(Collectors.joining());
    }

    @Test
    void theExitCodesAreThoseOfTheProgram() {
        Committed.page(
                "exit-codes.md",
                """
                # Exit codes

                | code | means |
                |---|---|
                """
                        + CommandLines.exitCodes().entrySet().stream()
                                .map(code -> "| %s | %s |\n".formatted(code.getKey(), code.getValue()))
                                .collect(Collectors.joining())
                        + """

                The last line on standard error says in words what was wrong, and what to do. Only 1 may go away by itself (a lost node, a full disk): 2, 3, 4 and 5
                come back unless somebody changes something. The code reaches the shell where the driver is the process that was started (client mode); where
                the cluster runs the driver (`--deploy-mode cluster`) or the process has a Spark session already, the program throws an exception whose
                message is the code and the last line, and [verdict.json](../report.md) tells a refusal.
                """);
    }
}
