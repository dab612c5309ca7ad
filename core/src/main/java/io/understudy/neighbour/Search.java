package io.understudy.neighbour;

import io.understudy.stat.Fold;
import io.understudy.stat.Table;

/** Finds, for every row of one table, its two nearest rows in others; exact, whoever answers. */
public interface Search {

    /** The most query rows that are searched; above it a seeded sample of them is, never of the references. */
    long MAX_QUERIES = 1_000_000;

    /**
     * Folds the distances of query rows to their two nearest rows of {@code first} and of {@code second}.
     *
     * @return what {@code fold} makes of one {@link Nearest} a block of queries, in any order
     */
    <S, R> R compute(Table queries, Table first, Table second, Fold<Nearest, S, R> fold);
}
