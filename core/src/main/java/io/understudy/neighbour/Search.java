package io.understudy.neighbour;

import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.util.List;

/** Looks rows up in tables; exact, whoever answers. */
public interface Search {

    /** The most query rows that are searched; above it a seeded sample of them is, never of the references. */
    int MAX_QUERIES = 1_000_000;

    /**
     * Finds, for every row of one table, its two nearest rows in others, and folds what is found.
     *
     * @return what {@code fold} makes of one {@link Nearest} a block of queries, in any order
     */
    default <S, R> R compute(Table queries, List<Table> references, Fold<Nearest, S, R> fold) {
        return inTurn(queries, List.of(new Leg(references)), fold);
    }

    /**
     * The same in one table after the other, asking no more of it than those before have left open.
     *
     * @return what {@code fold} makes of one {@link Nearest} a block of queries, in any order; with one answer for every
     *         reference of every leg, in their order
     */
    <S, R> R inTurn(Table queries, List<Leg> legs, Fold<Nearest, S, R> fold);

    /**
     * Asks a table whatever its indexes can answer, some questions about each of them.
     *
     * @return what {@code fold} makes of every {@link Turn} of each index, in any order
     */
    <S, R> R ask(Table reference, Fold<Turn, S, R> fold);

    /** Says that a table will be asked as well, so that its index may be made beside that of others. */
    default void expect(Table reference) {}
}
