package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.stat.Statistic;
import java.util.List;

/** How many rows match each of many queries, all in one pass. */
record QueryCounts(List<Query> queries) implements Statistic<long[], long[]> {
    QueryCounts {
        queries = List.copyOf(queries);
    }

    @Override
    public long[] zero() {
        return new long[queries.size()];
    }

    @Override
    public long[] add(long[] state, Block block) {
        int[][] codes = block.toArrays();
        int[] matching = new int[block.rows()];
        for (int q = 0; q < state.length; q++) {
            state[q] += matches(queries.get(q), codes, matching);
        }
        return state;
    }

    /** Narrows the rows down by one condition after the other; every loop is over one column and without branches. */
    private static int matches(Query query, int[][] codes, int[] matching) {
        List<Condition> conditions = query.conditions();
        int count = first(conditions.get(0), codes, matching);
        for (int c = 1; c < conditions.size() && count > 0; c++) {
            count = next(conditions.get(c), codes, matching, count);
        }
        return count;
    }

    private static int first(Condition condition, int[][] codes, int[] matching) {
        int[] column = codes[condition.variable()];
        int count = 0;
        for (int row = 0; row < matching.length; row++) {
            matching[count] = row;
            count += condition.holds(column[row]) ? 1 : 0;
        }
        return count;
    }

    private static int next(Condition condition, int[][] codes, int[] matching, int of) {
        int[] column = codes[condition.variable()];
        int count = 0;
        for (int i = 0; i < of; i++) {
            int row = matching[i];
            matching[count] = row;
            count += condition.holds(column[row]) ? 1 : 0;
        }
        return count;
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
