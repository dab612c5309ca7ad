package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.Statistic;
import java.util.List;

/**
 * How many rows of a table lie within given distances of each query on every set of columns at once: one pass that looks
 * at every pair. With the distances of the k-th nearest rows it tells whether any tie would have linked two sets.
 */
public final class Within implements Statistic<long[][], long[][]> {
    private static final long serialVersionUID = 1L;

    private final Sweep sweep;
    private final int[][][] radii;

    /**
     * Asks for the number of rows.
     *
     * @param queries coded like the table
     * @param sets    sets of columns, as positions in the space
     * @param radii   the greatest distances to count, shape (questions, sets, queries), in units of {@link Space}
     */
    public Within(Space space, Block queries, List<List<Integer>> sets, int[][][] radii) {
        this.sweep = new Sweep(space, queries, sets);
        this.radii = radii.clone();
    }

    @Override
    public long[][] zero() {
        return new long[radii.length][sweep.queries()];
    }

    @Override
    public long[][] add(long[][] state, Block block) {
        boolean[][] outside = new boolean[radii.length][block.rows()];
        sweep.visit(block, (set, query, distances) -> {
            for (int question = 0; question < radii.length; question++) {
                boolean[] out = outside[question];
                int radius = radii[question][set][query];
                for (int row = 0; row < distances.length; row++) {
                    out[row] = (set > 0 && out[row]) || distances[row] > radius;
                }
                if (set == sweep.sets() - 1) {
                    state[question][query] += inside(out);
                }
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
    public long[][] merge(long[][] left, long[][] right) {
        for (int question = 0; question < left.length; question++) {
            for (int query = 0; query < left[question].length; query++) {
                left[question][query] += right[question][query];
            }
        }
        return left;
    }

    /** By question and query. */
    @Override
    public long[][] finish(long[][] state) {
        return state;
    }
}
