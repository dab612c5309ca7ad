package io.understudy.jobs.job;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table to read.
 *
 * @param kind which of the three the table is named by
 * @param from the path (absolute, or a URI with a scheme), the table's name in the catalog, or the SQL text
 * @param format the Spark source that reads a path; present exactly for paths
 * @param options options of that source; none for a query
 * @param version the Delta version to read if it is a whole number, else a timestamp that Delta understands; empty is the newest
 */
public record Source(Kind kind, String from, Optional<String> format, Options options, Optional<String> version) {

    /** How a table is named. */
    public enum Kind {
        PATH,
        TABLE,
        QUERY
    }

    private static final List<String> ENDINGS = List.of("parquet", "csv", "json", "orc");

    /** A path without options; an absent format is told by the path's ending. */
    public static Source ofPath(String path, Optional<String> format) {
        String known = format.orElseGet(() -> formatOf(path));
        return new Source(Kind.PATH, path, Optional.of(known), Options.NONE, Optional.empty());
    }

    /** The format told by a path's ending: {@code parquet}, {@code csv}, {@code json} or {@code orc}, else {@code delta}. */
    public static String formatOf(String path) {
        String name = path.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
        return ENDINGS.stream()
                .filter(ending -> name.endsWith("." + ending))
                .findFirst()
                .orElse("delta");
    }
}
