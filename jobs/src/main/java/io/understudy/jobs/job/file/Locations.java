package io.understudy.jobs.job.file;

import io.understudy.jobs.job.Output;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Turns the paths of a job file into paths that mean the same from everywhere: relative ones start at its folder. */
record Locations(Path folder) {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** The path made absolute; absolute paths and URIs with a scheme are left as they are. */
    String resolve(Value value) {
        String path = value.text();
        if (path.startsWith("/") || SCHEME.matcher(path).matches()) {
            return path;
        }
        try {
            return folder.resolve(path).normalize().toString();
        } catch (InvalidPathException e) {
            throw value.wrong("a path");
        }
    }

    /** The default folder of the evidence: OUTPUT.understudy, for a table of the catalog in the job file's folder. */
    String beside(Output output) {
        return switch (output.kind()) {
            case PATH -> output.to().replaceAll("(?<=[^/:])/+$", "") + ".understudy";
            case TABLE ->
                folder.resolve(output.to().replace("`", "").replace('/', '_') + ".understudy")
                        .toString();
        };
    }
}
