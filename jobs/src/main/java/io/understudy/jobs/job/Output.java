package io.understudy.jobs.job;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where and how to publish the synthetic table.
 *
 * @param to the path (absolute, or a URI with a scheme) or the table's name in the catalog
 * @param replaceWhere the predicate whose rows are replaced; present exactly in mode {@link Mode#REPLACE_WHERE}
 * @param rows how many rows to publish, at least 1; empty means as many as the input has
 * @param conditions what rows are asked for
 * @param real what of the input's own rows is published as well
 */
public record Output(
        Kind kind,
        String to,
        Format format,
        Mode mode,
        Optional<String> replaceWhere,
        OptionalLong rows,
        Conditions conditions,
        RealRows real) {

    /** Rows as they come. */
    public Output(Kind kind, String to, Format format, Mode mode, Optional<String> replaceWhere, OptionalLong rows) {
        this(kind, to, format, mode, replaceWhere, rows, Conditions.NONE, RealRows.none());
    }

    /** How the place is named. */
    public enum Kind {
        PATH,
        TABLE
    }

    /** How the table is stored. */
    public enum Format {
        DELTA,
        PARQUET
    }

    /** What becomes of rows that are there already. */
    public enum Mode {
        ERROR,
        OVERWRITE,
        APPEND,
        REPLACE_WHERE
    }
}
