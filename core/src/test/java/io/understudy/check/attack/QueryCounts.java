package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.neighbour.Condition;
import io.understudy.stat.Statistic;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows match each of many queries, all in one pass that looks at every row: the twin of {@link Matches}.
 *
 * <p>A condition that several queries share is put to the rows of a block once, as a set of bits; a query takes what its
 * sets have in common, 64 rows at a time, and puts the conditions that are its own to what is left.
 */
final class QueryCounts implements Statistic<long[], long[]> {
    private static final long serialVersionUID = 1L;

    /** Those that more than one query shares. */
    private final Condition[] shared;
    /** By query: positions in {@link #shared}. */
    private final int[][] common;
    /** By query: the conditions that no other query has. */
    private final Condition[][] own;

    QueryCounts(List<Query> queries) {
        Map<Condition, Integer> uses = new HashMap<>();
        queries.forEach(query -> query.conditions().forEach(condition -> uses.merge(condition, 1, Integer::sum)));
        Map<Condition, Integer> numbers = new LinkedHashMap<>();
        common = new int[queries.size()][];
        own = new Condition[queries.size()][];
        for (int q = 0; q < common.length; q++) {
            List<Condition> conditions = queries.get(q).conditions();
            common[q] = conditions.stream()
                    .filter(condition -> uses.getOrDefault(condition, 0) > 1)
                    .mapToInt(condition -> numbers.computeIfAbsent(condition, unknown -> numbers.size()))
                    .toArray();
            own[q] = conditions.stream()
                    .filter(condition -> uses.getOrDefault(condition, 0) == 1)
                    .toArray(Condition[]::new);
        }
        shared = numbers.keySet().toArray(Condition[]::new);
    }

    @Override
    public long[] zero() {
        return new long[common.length];
    }

    @Override
    public long[] add(long[] state, Block block) {
        return add(state, new RowsByCode(block));
    }

    long[] add(long[] state, RowsByCode rows) {
        long[][] meeting = new long[shared.length][0];
        for (int q = 0; q < state.length; q++) {
            state[q] += matches(q, rows, meeting);
        }
        return state;
    }

    /** @param meeting the rows that meet each of the shared conditions, once they were asked for */
    private int matches(int query, RowsByCode rows, long[][] meeting) {
        for (int condition : common[query]) {
            if (meeting[condition].length == 0) {
                meeting[condition] = rows.meeting(shared[condition]);
            }
        }
        Condition[] alone = own[query];
        int first = common[query].length == 0 ? 1 : 0;
        long[] seed = first == 1 ? rows.meeting(alone[0]) : meeting[common[query][0]];
        int count = 0;
        for (int word = 0; word < seed.length; word++) {
            long left = seed[word];
            for (int i = 1; i < common[query].length && left != 0; i++) {
                left &= meeting[common[query][i]][word];
            }
            count += Long.bitCount(left == 0 || alone.length == first ? left : meeting(alone, first, rows, word, left));
        }
        return count;
    }

    /** What of the rows of a word meets a query's own conditions too. */
    private static long meeting(Condition[] conditions, int first, RowsByCode rows, int word, long left) {
        long met = left;
        for (long rest = left; rest != 0; rest &= rest - 1) {
            int row = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
            for (int i = first; i < conditions.length; i++) {
                if (!rows.meets(row, conditions[i])) {
                    met &= ~Long.lowestOneBit(rest);
                    break;
                }
            }
        }
        return met;
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
