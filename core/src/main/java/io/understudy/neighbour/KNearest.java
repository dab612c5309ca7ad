package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Statistic;
import java.util.List;

/**
 * The k nearest rows of a table to each of a few thousand queries, with their contents, on one or several sets of columns
 * at once: one pass over the table that looks at every pair. What {@link ClosestRows}, which no longer does, is compared
 * with.
 *
 * <p>Rows are ordered by distance, then by a hash of their content, then by content, so that the answer is a function of
 * the table's multiset of rows. Equal rows are found once, with their number.
 *
 * <p>Cost: queries x rows x columns of the sets, about a thousand million a second and core. Memory of a task: sets x
 * queries x k rows.
 */
public final class KNearest implements Statistic<Candidates, Closest> {
    private static final long serialVersionUID = 1L;

    private final Sweep sweep;
    private final int k;
    private final Domain domain;

    /**
     * Asks for the nearest rows.
     *
     * @param queries coded like the table
     * @param sets    sets of columns, as positions in the space; distances are sums over the columns of a set
     * @param k       how many distinct rows to find for each query and set, at least 1
     */
    public KNearest(Space space, Block queries, List<List<Integer>> sets, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + "; ask for 1 row at least");
        }
        this.sweep = new Sweep(space, queries, sets);
        this.k = k;
        this.domain = space.domain();
    }

    @Override
    public Candidates zero() {
        return new Candidates(sweep.sets() * sweep.queries(), k, sweep.width());
    }

    @Override
    public Candidates add(Candidates state, Block block) {
        int[][] codes = block.toArrays();
        sweep.visit(block, (set, query, distances) -> offer(state, set * sweep.queries() + query, distances, codes));
        return state;
    }

    /** Takes note of the rows of a block, given their distances; codes have the shape (width, rows). */
    private static void offer(Candidates state, int list, int[] distances, int[][] codes) {
        int farthest = state.farthest(list);
        for (int row = 0; row < distances.length; row++) {
            if (distances[row] <= farthest) {
                state.offer(list, distances[row], codes, row);
                farthest = state.farthest(list);
            }
        }
    }

    @Override
    public Candidates merge(Candidates left, Candidates right) {
        return left.merge(right);
    }

    @Override
    public Closest finish(Candidates state) {
        return new Closest(sweep.queries(), state, domain);
    }
}
