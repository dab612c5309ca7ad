package io.understudy.jobs.cli;

import io.understudy.jobs.job.Suggestion;
import java.util.Collection;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what to write instead. */
final class Misuse {

    private Misuse() {}

    static String explain(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String help = "see %s --help".formatted(command.qualifiedName());
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched, command, help);
        }
        String message = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1) + "; " + help;
    }

    private static String unknown(UnmatchedArgumentException e, CommandSpec command, String help) {
        String word = e.getUnmatched().get(0);
        Collection<String> known = e.isUnknownOption()
                ? command.optionsMap().keySet()
                : command.subcommands().keySet();
        String advice = Suggestion.nearest(word, known)
                .map("did you mean \"%s\"?"::formatted)
                .orElse(help);
        return "unknown %s \"%s\"; %s".formatted(kind(e, command), word, advice);
    }

    private static String kind(UnmatchedArgumentException e, CommandSpec command) {
        if (e.isUnknownOption()) {
            return "option";
        }
        return command.subcommands().isEmpty() ? "argument" : "command";
    }
}
