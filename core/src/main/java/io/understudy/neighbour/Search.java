package io.understudy.neighbour;

import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.util.List;

/** Finds, for every row of one table, its two nearest rows in others; exact, whoever answers. */
public interface Search {

    /** The most query rows that are searched; above it a seeded sample of them is, never of the references. */
    int MAX_QUERIES = 1_000_000;

    /**
     * Folds what is nearest to the query rows in each reference table.
     *
     * @return what {@code fold} makes of one {@link Nearest} a block of queries, in any order
     */
    <S, R> R compute(Table queries, List<Table> references, Fold<Nearest, S, R> fold);
}
