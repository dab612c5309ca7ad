package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.OutputConflictException;
import io.understudy.jobs.job.Source;
import java.util.Locale;
import java.util.Optional;

/** Refuses a job that would write over what it reads, or its evidence into a table. */
final class Overlap {

    private Overlap() {}

    static void refuse(Job job) {
        refuseOutput(job.output(), "input", job.input());
        job.holdout().table().ifPresent(table -> refuseOutput(job.output(), "holdout", table));
        refuseFolder("work.path", job.work(), job);
        refuseFolder("report.path", job.report(), job);
    }

    private static void refuseOutput(Output output, String name, Source source) {
        boolean tables = output.kind() == Output.Kind.TABLE && source.kind() == Source.Kind.TABLE;
        if (tables && tableName(output.to()).equals(tableName(source.from()))) {
            throw new OutputConflictException(
                    "output.table and %s.table are the same table; publish under another name".formatted(name));
        }
        boolean paths = output.kind() == Output.Kind.PATH && source.kind() == Source.Kind.PATH;
        if (paths) {
            refusePath(Location.of(output.to()), name, Location.of(source.from()));
        }
    }

    private static String tableName(String name) {
        return name.replace("`", "").toLowerCase(Locale.ROOT);
    }

    private static void refusePath(Location output, String name, Location source) {
        if (output.equals(source)) {
            throw new OutputConflictException(
                    "output.path and %s.path are the same place; publish to another one".formatted(name));
        }
        if (output.isWithin(source) || source.isWithin(output)) {
            throw new OutputConflictException(
                    "output.path and %s.path lie inside one another; publish to a place of its own".formatted(name));
        }
    }

    private static void refuseFolder(String key, String folder, Job job) {
        Location location = Location.of(folder);
        refuseInside(key, location, "output.path", path(job.output()));
        refuseInside(key, location, "input.path", path(job.input()));
        refuseInside(key, location, "holdout.path", job.holdout().table().flatMap(Overlap::path));
    }

    private static void refuseInside(String key, Location folder, String table, Optional<String> path) {
        if (path.isPresent() && folder.isWithin(Location.of(path.get()))) {
            throw new ConfigurationException(
                    "%s lies inside %s, where its files would be taken for the table's; choose another folder"
                            .formatted(key, table));
        }
    }

    private static Optional<String> path(Output output) {
        return output.kind() == Output.Kind.PATH ? Optional.of(output.to()) : Optional.empty();
    }

    private static Optional<String> path(Source source) {
        return source.kind() == Source.Kind.PATH ? Optional.of(source.from()) : Optional.empty();
    }
}
