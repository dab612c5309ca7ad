package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.neighbour.Condition;
import io.understudy.stat.Statistic;
import java.util.List;

/** How many rows match each of some queries, by putting every query to every row: the twin of {@link Matches}. */
record QueryCounts(List<Query> queries) implements Statistic<long[], long[]> {

    @Override
    public long[] zero() {
        return new long[queries.size()];
    }

    @Override
    public long[] add(long[] state, Block block) {
        int[][] codes = block.toArrays();
        for (int q = 0; q < state.length; q++) {
            Condition[] conditions = queries.get(q).conditions().toArray(Condition[]::new);
            for (int row = 0; row < block.rows(); row++) {
                state[q] += matches(conditions, codes, row) ? 1 : 0;
            }
        }
        return state;
    }

    private static boolean matches(Condition[] conditions, int[][] codes, int row) {
        for (Condition condition : conditions) {
            if (!condition.holds(codes[condition.variable()][row])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        for (int q = 0; q < left.length; q++) {
            left[q] += right[q];
        }
        return left;
    }

    @Override
    public long[] finish(long[] state) {
        return state;
    }
}
