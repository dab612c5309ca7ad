package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.Statistic;
import java.util.List;

/**
 * How many rows of a table lie within given distances of each query on every set of columns at once: one pass that looks
 * at every pair. With the distances of the k-th nearest rows it tells whether any tie would have linked two sets.
 */
public final class Within implements Statistic<long[], long[]> {
    private static final long serialVersionUID = 1L;

    private final Sweep sweep;
    private final int[][] radii;

    /**
     * Asks for the number of rows.
     *
     * @param queries coded like the table
     * @param sets    sets of columns, as positions in the space
     * @param radii   the greatest distance to count, shape (sets, queries), in units of {@link Space}
     */
    public Within(Space space, Block queries, List<List<Integer>> sets, int[][] radii) {
        this.sweep = new Sweep(space, queries, sets);
        this.radii = radii.clone();
    }

    @Override
    public long[] zero() {
        return new long[sweep.queries()];
    }

    @Override
    public long[] add(long[] state, Block block) {
        boolean[] outside = new boolean[block.rows()];
        sweep.visit(block, (set, query, distances) -> {
            int radius = radii[set][query];
            for (int row = 0; row < distances.length; row++) {
                outside[row] = (set > 0 && outside[row]) || distances[row] > radius;
            }
            if (set == sweep.sets() - 1) {
                state[query] += inside(outside);
            }
        });
        return state;
    }

    private static long inside(boolean[] outside) {
        long inside = 0;
        for (boolean out : outside) {
            inside += out ? 0 : 1;
        }
        return inside;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        for (int query = 0; query < left.length; query++) {
            left[query] += right[query];
        }
        return left;
    }

    /** By query. */
    @Override
    public long[] finish(long[] state) {
        return state;
    }
}
