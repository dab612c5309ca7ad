package io.understudy.codec;

import io.understudy.stat.Cells;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A run of counted cells in ascending order: disjoint, each with its lowest and highest key.
 *
 * @param lows   lowest key of each cell
 * @param highs  highest key of each cell
 * @param counts rows in each cell
 */
record Mass(long[] lows, long[] highs, long[] counts) {

    /** The cells of finite numbers. */
    static Mass finite(Cells cells, KeyForm form) {
        int from = 0;
        int to = cells.size();
        while (from < to && cells.highs()[from] < form.lowest()) {
            from++;
        }
        while (from < to && cells.lows()[to - 1] > form.highest()) {
            to--;
        }
        Mass mass = new Mass(
                Arrays.copyOfRange(cells.lows(), from, to),
                Arrays.copyOfRange(cells.highs(), from, to),
                Arrays.copyOfRange(cells.counts(), from, to));
        if (from < to) {
            mass.lows[0] = Math.max(mass.lows[0], form.lowest());
            mass.highs[to - from - 1] = Math.min(mass.highs[to - from - 1], form.highest());
        }
        return mass;
    }

    int size() {
        return counts.length;
    }

    boolean pure(int cell) {
        return lows[cell] == highs[cell];
    }

    long total() {
        return LongStream.of(counts).sum();
    }

    long rows(int from, int to) {
        long rows = 0;
        for (int i = from; i < to; i++) {
            rows += counts[i];
        }
        return rows;
    }
}
