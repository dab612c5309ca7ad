package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Fold;
import java.util.Arrays;
import java.util.List;

/**
 * The k nearest rows of a table to each of some queries, with their contents, on one or several sets of columns: looked up
 * in its indexes. {@link KNearest} is its twin that looks at every pair.
 *
 * <p>Rows are ordered by distance, then by a hash of their content, then by content, so that the answer is a function of
 * the table's multiset of rows. Equal rows are found once, with their number. All rows as near as the k-th are looked at:
 * where very many tie, as on few columns of few labels, a query costs as many.
 */
public final class ClosestRows implements Fold<Turn, Candidates, Closest> {
    private static final long serialVersionUID = 1L;

    private final Domain domain;
    private final Block queries;
    private final int[][] sets;
    private final int k;

    /**
     * Asks for the nearest rows.
     *
     * @param queries coded like the table
     * @param sets    sets of columns, as positions in the space; distances are sums over the columns of a set
     * @param k       how many distinct rows to find for each query and set, at least 1
     */
    public ClosestRows(Space space, Block queries, List<List<Integer>> sets, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + "; ask for 1 row at least");
        }
        this.domain = space.domain();
        this.queries = queries;
        this.sets = positions(space, sets);
        this.k = k;
    }

    static int[][] positions(Space space, List<List<Integer>> sets) {
        int width = space.domain().width();
        int[][] positions = sets.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        for (int[] set : positions) {
            if (Arrays.stream(set).anyMatch(v -> v < 0 || v >= width)) {
                throw new IllegalArgumentException("columns " + Arrays.toString(set) + " are not all among the " + width
                        + " that are compared; give positions from 0");
            }
        }
        return positions;
    }

    @Override
    public Candidates zero() {
        return new Candidates(sets.length * queries.rows(), k, domain.width());
    }

    @Override
    public Candidates add(Candidates state, Turn turn) {
        int[] cells = turn.tree().cells(queries);
        for (int set = 0; set < sets.length; set++) {
            Probe probe = turn.tree().probe(sets[set]);
            for (int query = turn.part(); query < queries.rows(); query += turn.parts()) {
                probe.turn(cells, query * domain.width());
                turn.tree().closest(probe, state, set * queries.rows() + query);
            }
        }
        return state;
    }

    @Override
    public Candidates merge(Candidates left, Candidates right) {
        return left.merge(right);
    }

    @Override
    public Closest finish(Candidates state) {
        return new Closest(queries.rows(), state, domain);
    }
}
