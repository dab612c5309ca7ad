package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.Fold;
import java.util.List;

/**
 * How many rows of a table lie within given distances of each query on every set of columns at once, looked up in its
 * indexes. With the distances of the k-th nearest rows it tells whether any tie would have linked two sets.
 */
public final class RowsWithin implements Fold<Turn, long[][], long[][]> {
    private static final long serialVersionUID = 1L;

    private final Block queries;
    private final int[][] sets;
    private final int[][][] radii;

    /**
     * Asks for the number of rows.
     *
     * @param queries coded like the table
     * @param sets    sets of columns, as positions in the space
     * @param radii   the greatest distances to count, shape (questions, sets, queries), in units of {@link Space}
     */
    public RowsWithin(Space space, Block queries, List<List<Integer>> sets, int[][][] radii) {
        this.queries = queries;
        this.sets = ClosestRows.positions(space, sets);
        this.radii = radii.clone();
    }

    @Override
    public long[][] zero() {
        return new long[radii.length][queries.rows()];
    }

    @Override
    public long[][] add(long[][] state, Turn turn) {
        int[] cells = turn.tree().cells(queries);
        Probe[] probes = new Probe[sets.length];
        for (int set = 0; set < probes.length; set++) {
            probes[set] = turn.tree().probe(sets[set]);
        }
        int[] reach = new int[sets.length];
        for (int query = turn.part(); query < queries.rows(); query += turn.parts()) {
            for (Probe probe : probes) {
                probe.turn(cells, query * queries.width());
            }
            for (int question = 0; question < radii.length; question++) {
                for (int set = 0; set < reach.length; set++) {
                    reach[set] = radii[question][set][query];
                }
                state[question][query] += turn.tree().within(probes, reach);
            }
        }
        return state;
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
