package io.understudy.jobs.cli;

import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.file.JobFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that works on a job. */
final class JobArguments {

    @Parameters(paramLabel = "JOB.yaml", description = "The job file; conf/reference.yaml explains every key.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Overrides a key of the job file; may be repeated.")
    private List<String> settings = new ArrayList<>();

    Job read(Map<String, String> environment) {
        if (file == null) {
            throw new IllegalStateException("The job file is a required parameter");
        }
        return JobFile.read(file, settings, environment);
    }
}
