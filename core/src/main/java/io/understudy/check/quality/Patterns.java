package io.understudy.check.quality;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Hash;
import io.understudy.stat.LongCounts;
import io.understudy.stat.Statistic;

/**
 * Counts which columns are missing together: rows by a 64-bit hash of the set of their missing columns.
 *
 * @param domain of the blocks
 */
record Patterns(Domain domain) implements Statistic<LongCounts, LongCounts> {

    @Override
    public LongCounts zero() {
        return new LongCounts();
    }

    @Override
    public LongCounts add(LongCounts state, Block block) {
        long[] patterns = new long[block.rows()];
        int[] codes = new int[block.rows()];
        for (int v = 0; v < domain.width(); v++) {
            if (domain.variable(v).missing()) {
                block.read(v, codes);
                long mark = Hash.mix(v + 1L);
                for (int row = 0; row < codes.length; row++) {
                    patterns[row] ^= codes[row] == 0 ? mark : 0;
                }
            }
        }
        for (long pattern : patterns) {
            state.add(pattern, 1);
        }
        return state;
    }

    @Override
    public LongCounts merge(LongCounts left, LongCounts right) {
        return left.merge(right);
    }

    @Override
    public LongCounts finish(LongCounts state) {
        return state;
    }

    /** Total variation distance of two tables' patterns, 0 .. 1; NaN where either is empty. */
    static double distance(LongCounts left, LongCounts right) {
        double leftRows = rows(left);
        double rightRows = rows(right);
        double[] excess = {0};
        left.forEach((pattern, count) -> excess[0] += Math.max(0, count / leftRows - right.get(pattern) / rightRows));
        return leftRows == 0 || rightRows == 0 ? Double.NaN : Math.min(1, excess[0]);
    }

    private static double rows(LongCounts counts) {
        long[] rows = {0};
        counts.forEach((pattern, count) -> rows[0] += count);
        return rows[0];
    }
}
