package io.understudy.jobs.job.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path names, so that two spellings of one place are equal: {@code file:/a/b}, {@code file:///a/./b/} and {@code /a/b}.
 *
 * @param root scheme and authority, empty for local files
 * @param path the normalised path below it; links of local files that exist are followed
 */
record Location(String root, Path path) {
    private static final Pattern PARTS =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*:)?(?<authority>//[^/]*)?(?<path>.*)", Pattern.DOTALL);

    static Location of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Every text matches an optional scheme and authority and any path");
        }
        String scheme = part(parts, "scheme");
        Path path = Path.of("/", part(parts, "path")).normalize();
        boolean local = scheme.isEmpty() || scheme.equalsIgnoreCase("file:");
        return local ? new Location("", followed(path)) : new Location(scheme + part(parts, "authority"), path);
    }

    private static String part(Matcher parts, String name) {
        String part = parts.group(name);
        return part == null ? "" : part;
    }

    private static Path followed(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException | InvalidPathException e) {
            return path;
        }
    }

    /** Whether this is the same place as the other or lies inside it. */
    boolean isWithin(Location other) {
        return root.equals(other.root) && path.startsWith(other.path);
    }
}
