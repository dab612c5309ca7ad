package io.understudy.check.task;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How far apart the rates of groups are. */
final class Spread {
    private Spread() {}

    /**
     * The highest share of a group less the lowest; NaN where fewer than two groups have one.
     *
     * @param counted rows of each group that are counted
     * @param all     rows of each group
     * @param taken   which groups count
     */
    static double of(long[] counted, long[] all, IntPredicate taken) {
        int[] groups = IntStream.range(0, all.length)
                .filter(group -> all[group] > 0)
                .filter(taken)
                .toArray();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int group : groups) {
            double share = (double) counted[group] / all[group];
            low = Math.min(low, share);
            high = Math.max(high, share);
        }
        return groups.length < 2 ? Double.NaN : high - low;
    }
}
