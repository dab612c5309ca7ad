package io.understudy.jobs.cli;

import io.understudy.jobs.job.Treatment.KeySource;
import io.understudy.jobs.job.file.JobFile;
import io.understudy.jobs.stage.Inspection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be asked of a stored model. */
@Command(name = "model", description = "Looks at a stored model.", synopsisSubcommandLabel = "COMMAND")
final class ModelCommands {
    private final PrintStream out;
    private final Map<String, String> environment;

    ModelCommands(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    /** Where the key of a model lies that is named by its path. */
    static final class Key {
        @Option(names = "--key-env", paramLabel = "NAME", description = "The environment variable that holds the key.")
        private @Nullable String variable;

        @Option(names = "--key-file", paramLabel = "FILE", description = "The file that holds the key.")
        private @Nullable String file;

        Optional<KeySource> source() {
            return Optional.ofNullable(variable)
                    .map(name -> new KeySource(KeySource.Place.ENV, name))
                    .or(() -> Optional.ofNullable(file).map(path -> new KeySource(KeySource.Place.FILE, path)));
        }
    }

    @Command(
            description =
                    "Shows what a model holds: columns, how many values of each, leaves, what was suppressed, where"
                            + " it comes from, whether it is encrypted. Never a value.")
    void inspect(
            @Parameters(
                            paramLabel = "JOB.yaml|PATH",
                            description = "A job file, or a model's file or folder on any file system.")
                    String model,
            @ArgGroup(exclusive = true) @Nullable Key key) {
        Optional<KeySource> source = Optional.ofNullable(key).flatMap(Key::source);
        String name = model.toLowerCase(Locale.ROOT);
        Inspection inspection = name.endsWith(".yaml") || name.endsWith(".yml")
                ? Inspection.of(JobFile.read(Path.of(model), List.of(), environment))
                : Inspection.of(model, source);
        out.println(inspection.text());
    }
}
