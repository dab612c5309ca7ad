package io.understudy.jobs.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Makes the parser of the command line, with the options and the exit codes that every command has. */
final class CommandLines {
    static final String VERBOSE = "--verbose";
    private static final List<String> ORDER = List.of(
            "quickstart",
            "init",
            "run",
            "profile",
            "fit",
            "sample",
            "assess",
            "publish",
            "explain",
            "frontier",
            "model",
            "completion");

    private CommandLines() {}

    /** @param groups commands that have commands of their own */
    static CommandLine of(Object commands, PrintStream out, Object... groups) {
        PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        CommandLine commandLine = new CommandLine(commands)
                .setExpandAtFiles(false)
                .setOut(writer)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(long.class, CommandLines::whole);
        for (Object group : groups) {
            commandLine.addSubcommand(group);
        }
        commandLine
                .getCommandSpec()
                .addOption(option("Shows the versions of Understudy, Spark and Java.", "--version")
                        .versionHelp(true)
                        .build());
        inOrder(commandLine.getCommandSpec());
        complete(commandLine);
        commandLine.getSubcommands().values().forEach(CommandLines::completeAll);
        return commandLine;
    }

    /** Lists the commands in the order in which a person needs them; reflection finds them in any order. */
    private static void inOrder(CommandSpec spec) {
        for (String name : ORDER) {
            CommandLine command = spec.removeSubcommand(name);
            if (command != null) {
                spec.addSubcommand(name, command);
            }
        }
    }

    private static void completeAll(CommandLine command) {
        complete(command);
        command.getSubcommands().values().forEach(CommandLines::completeAll);
    }

    private static void complete(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.addOption(
                option("Shows this help.", "-h", "--help").usageHelp(true).build());
        spec.addOption(option("Shows the stack trace of a failure.", VERBOSE).build());
        spec.addOption(option(
                        "How progress is told: auto (a bar on a terminal, else lines), bar, lines, json or none.",
                        Telling.OPTION)
                .type(Telling.class)
                .paramLabel("HOW")
                .build());
        spec.addOption(
                option("Says nothing but how a failure ends.", Telling.QUIET).build());
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
    }

    private static OptionSpec.Builder option(String description, String name, String... more) {
        return OptionSpec.builder(name, more).description(description);
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"%s\" is not a whole number".formatted(text));
        }
    }

    /** What the exit code of every command means. */
    static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done: published, passed or written");
        codes.put("1", "an unexpected failure");
        codes.put("2", "the job file or the command line is wrong");
        codes.put("3", "the gate refused the synthetic table; nothing is published");
        codes.put("4", "the input is missing, unreadable, empty or too small");
        codes.put("5", "the output is taken, or is the input itself");
        return codes;
    }
}
