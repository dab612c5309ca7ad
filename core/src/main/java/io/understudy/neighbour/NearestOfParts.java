package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Statistic;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@link KNearest} and {@link LeaveOneOut} find, in one pass, where the sets of columns are all columns, each in one of them: the
 * distance over all columns is then the sum of those over the sets.
 */
public final class NearestOfParts implements Statistic<NearestOfParts.State, NearestOfParts.Found> {
    private static final long serialVersionUID = 1L;

    private final KNearest nearest;
    private final LeaveOneOut others;
    private final Sweep sweep;

    /** What was found so far. */
    public record State(Candidates candidates, Guesses guesses) implements Serializable {}

    /**
     * What was found.
     *
     * @param closest the nearest rows on every set of columns
     * @param guesses what the nearest row says of each column by the others
     */
    public record Found(Closest closest, Guesses guesses) {}

    /**
     * Asks for the nearest rows.
     *
     * @param queries coded like the table
     * @param sets    sets of columns that {@linkplain #parted part} the space
     * @param k       how many distinct rows to find for each query and set, at least 1
     */
    public NearestOfParts(Space space, Block queries, List<List<Integer>> sets, int k) {
        if (!parted(space.domain(), sets)) {
            throw new IllegalArgumentException(
                    "the sets " + sets + " are not parts of all columns; each must be in just one of them");
        }
        this.nearest = new KNearest(space, queries, sets, k);
        this.others = new LeaveOneOut(space, queries);
        this.sweep = new Sweep(space, queries, sets);
    }

    /** Whether every variable is in just one of the sets. */
    public static boolean parted(Domain domain, List<List<Integer>> sets) {
        List<Integer> all = sets.stream().flatMap(List::stream).sorted().toList();
        return all.equals(IntStream.range(0, domain.width()).boxed().toList());
    }

    @Override
    public State zero() {
        return new State(nearest.zero(), others.zero());
    }

    @Override
    public State add(State state, Block block) {
        LeaveOneOut.Rows rows = others.rows(block);
        int[] whole = new int[block.rows()];
        sweep.visit(block, (set, query, distances) -> {
            KNearest.offer(state.candidates, set * sweep.queries() + query, distances, rows.codes());
            for (int row = 0; row < whole.length; row++) {
                whole[row] = (set == 0 ? 0 : whole[row]) + distances[row];
            }
            if (set == sweep.sets() - 1) {
                others.offer(state.guesses, query, whole, rows);
            }
        });
        return state;
    }

    @Override
    public State merge(State left, State right) {
        return new State(nearest.merge(left.candidates, right.candidates), others.merge(left.guesses, right.guesses));
    }

    @Override
    public Found finish(State state) {
        return new Found(nearest.finish(state.candidates), others.finish(state.guesses));
    }
}
