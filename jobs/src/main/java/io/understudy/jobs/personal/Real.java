package io.understudy.jobs.personal;

import java.io.Serializable;

/** Knows, perhaps with false alarms, which texts the real table has in a column; nothing made up may be one of them. */
@FunctionalInterface
public interface Real extends Serializable {
    /** Knows none. */
    Real NONE = (column, text) -> false;

    /** Whether a column, by its position in the table, may have a text. */
    boolean has(int column, String text);
}
