package io.understudy.jobs.cli;

import io.understudy.jobs.job.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Another table to assess in place of the job's own sample. */
final class Synthetic {

    @Option(
            names = "--synthetic",
            paramLabel = "PATH",
            required = true,
            description = "Assesses this table, of the same schema, in place of the job's own sample.")
    private String path = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Its format; default by the path's ending, else delta.")
    private @Nullable String format;

    Source source() {
        return Source.ofPath(path, Optional.ofNullable(format));
    }
}
