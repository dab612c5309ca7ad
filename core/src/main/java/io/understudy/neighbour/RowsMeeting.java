package io.understudy.neighbour;

import io.understudy.stat.Fold;
import java.util.Arrays;
import java.util.List;

/**
 * How many rows of a table meet all conditions of each of some queries, looked up in its indexes: a node whose box can hold
 * no such row is left out.
 *
 * <p>Law: of a query that {@code n} rows meet the answer is {@code min(n, most)}, whatever the tiles and turns. A query
 * costs the nodes at the border of what it asks for and the rows that it matches, but once it has matched {@code most} rows
 * of a tile it looks at no more of it: what many rows meet is cheap to ask where {@code most} is small.
 */
public final class RowsMeeting implements Fold<Turn, long[], long[]> {
    private static final long serialVersionUID = 1L;

    private final Condition[][] queries;
    private final long most;

    /**
     * Asks for the number of rows.
     *
     * @param queries each some conditions, on positions in the space; all rows meet one without any
     * @param most    the number from which on it does not matter how many there are, at least 1
     */
    public RowsMeeting(List<List<Condition>> queries, long most) {
        if (most < 1) {
            throw new IllegalArgumentException("most is " + most + "; count to 1 at least");
        }
        this.queries =
                queries.stream().map(query -> query.toArray(Condition[]::new)).toArray(Condition[][]::new);
        this.most = most;
    }

    @Override
    public long[] zero() {
        return new long[queries.length];
    }

    @Override
    public long[] add(long[] state, Turn turn) {
        for (int query = turn.part(); query < queries.length; query += turn.parts()) {
            if (state[query] < most) {
                state[query] += turn.tree().meeting(queries[query], most - state[query]);
            }
        }
        return state;
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
        return Arrays.stream(state).map(count -> Math.min(count, most)).toArray();
    }
}
