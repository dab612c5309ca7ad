package io.understudy.model.copula;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Statistic;

/** Rows by code of every variable, in one pass; shape (width, size). */
record CodeCounts(Domain domain) implements Statistic<long[][], long[][]> {

    @Override
    public long[][] zero() {
        long[][] counts = new long[domain.width()][];
        for (int v = 0; v < counts.length; v++) {
            counts[v] = new long[domain.size(v)];
        }
        return counts;
    }

    @Override
    public long[][] add(long[][] state, Block block) {
        int[] codes = new int[block.rows()];
        for (int v = 0; v < state.length; v++) {
            long[] counts = state[v];
            for (int code : block.read(v, codes)) {
                counts[code]++;
            }
        }
        return state;
    }

    @Override
    public long[][] merge(long[][] left, long[][] right) {
        return Counts.add(left, right);
    }

    @Override
    public long[][] finish(long[][] state) {
        return state;
    }
}
