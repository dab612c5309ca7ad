package io.understudy.check;

import io.understudy.neighbour.Search;
import io.understudy.neighbour.Space;
import io.understudy.stat.Table;
import java.util.Optional;

/**
 * The three tables of every assessment, coded alike at a resolution much finer than a model's.
 *
 * @param space     what the codes mean: numbers, rank positions, labels
 * @param train     rows the model was fitted on
 * @param holdout   rows of the same source that the model never saw: the baseline
 * @param synthetic rows to be released
 * @param search    who finds nearest neighbours between such tables
 * @param halves    the holdout in two with all rows of an entity on one side; empty where every row stands for itself
 * @param owned     the training and held-out rows again, with whose they are; empty where every row stands for itself
 */
public record Assessed(
        Space space,
        Table train,
        Table holdout,
        Table synthetic,
        Search search,
        Optional<Halves> halves,
        Optional<Owned> owned) {

    /** Two parts of a table that have no row, and no entity, in common. */
    public record Halves(Table one, Table other) {}

    /** Tables in which every row stands for itself. */
    public Assessed(Space space, Table train, Table holdout, Table synthetic, Search search) {
        this(space, train, holdout, synthetic, search, Optional.empty(), Optional.empty());
    }

    /** The holdout in two: by entities where there are such, else at random. */
    public Halves halved(long seed) {
        return halves.orElseGet(() -> new Halves(holdout.part(0, 0.5, seed), holdout.part(0.5, 1, seed)));
    }
}
