package io.understudy.jobs.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What rows are asked for, beyond how many.
 *
 * @param parts what some of the rows must be like; the others are like none of them
 * @param table a table each row of which asks for one row that has its values; then there are no parts
 */
public record Conditions(List<Part> parts, Optional<Source> table) {
    /** Rows as they come. */
    public static final Conditions NONE = new Conditions(List.of(), Optional.empty());

    public Conditions {
        parts = List.copyOf(parts);
    }

    /**
     * Rows of one kind: a share of all or a number.
     *
     * @param key   of the job file, for messages
     * @param where a predicate in Spark's SQL
     * @param share above 0, at most 1
     * @param rows  at least 1
     */
    public record Part(String key, String where, OptionalDouble share, OptionalLong rows) {}

    /**
     * One predicate a part that holds where the part's own does and that of no other part.
     */
    public List<String> exclusively() {
        return IntStream.range(0, parts.size())
                .mapToObj(part -> IntStream.range(0, parts.size())
                        .filter(other -> other != part)
                        .mapToObj(other ->
                                " and not coalesce((" + parts.get(other).where() + "), false)")
                        .collect(Collectors.joining("", "(" + parts.get(part).where() + ")", "")))
                .toList();
    }

    /** Whether rows are asked for as they come. */
    public boolean isEmpty() {
        return parts.isEmpty() && table.isEmpty();
    }
}
