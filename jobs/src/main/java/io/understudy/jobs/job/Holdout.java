package io.understudy.jobs.job;

import java.util.List;
import java.util.Optional;

/**
 * The rows that the fit never sees.
 *
 * @param fraction the share of the input to hold out, in (0, 1); not used where {@code table} is present
 * @param key the columns whose equal rows stay on one side; empty means that every row stands for itself
 * @param table a table of its own that takes the place of a fraction
 */
public record Holdout(double fraction, List<String> key, Optional<Source> table) {

    public Holdout {
        key = List.copyOf(key);
    }
}
