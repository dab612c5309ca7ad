package io.understudy.jobs.cli;

import io.understudy.jobs.job.Console;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How progress is told. */
enum Telling {
    /** A bar on a terminal, lines elsewhere. */
    AUTO {
        @Override
        @SuppressWarnings("SystemConsoleNull") // Spark runs on Java 17 and 21, where it is null without a terminal
        Console on(PrintStream err) {
            boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
            return terminal ? new BarConsole(err) : new LinesConsole(err, System::nanoTime);
        }
    },
    /** A line that is written over again and again. */
    BAR {
        @Override
        Console on(PrintStream err) {
            return new BarConsole(err);
        }
    },
    /** A line every half minute of a step that takes long. */
    LINES {
        @Override
        Console on(PrintStream err) {
            return new LinesConsole(err, System::nanoTime);
        }
    },
    /** Every line an object of JSON. */
    JSON {
        @Override
        Console on(PrintStream err) {
            return new JsonConsole(err, System::nanoTime);
        }
    },
    /** Nothing but how a failure ends. */
    NONE {
        @Override
        Console on(PrintStream err) {
            return line -> {};
        }
    };

    static final String OPTION = "--progress";
    static final String QUIET = "--quiet";

    abstract Console on(PrintStream err);

    /** What a command line asks for; what is wrong with it is said when it is parsed. */
    static Telling asked(String... args) {
        List<String> all = Arrays.asList(args);
        if (all.contains(QUIET)) {
            return NONE;
        }
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                return named(args[i].substring(OPTION.length() + 1));
            }
            if (args[i].equals(OPTION) && i + 1 < args.length) {
                return named(args[i + 1]);
            }
        }
        return AUTO;
    }

    private static Telling named(String name) {
        return Arrays.stream(values())
                .filter(telling -> telling.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(AUTO);
    }
}
