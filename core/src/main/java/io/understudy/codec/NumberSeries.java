package io.understudy.codec;

import io.understudy.random.Permutation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Distinct whole numbers in no visible order: those of a range, then those of one digit more, and so on; last, shorter ones.
 *
 * @param lows  lowest number of each range
 * @param sizes how many numbers each has, at least 1
 */
record NumberSeries(long[] lows, long[] sizes) implements Serializable {
    private static final int DECIMAL = 10;
    private static final int LONGER = 3;

    /**
     * @param low  of the first range
     * @param high of the first range
     * @param most highest number of all
     */
    static NumberSeries of(long low, long high, long most) {
        List<long[]> ranges = new ArrayList<>(List.of(new long[] {low, high}));
        long last = high;
        while (last < most && ranges.size() < LONGER) {
            long next = last > most / DECIMAL - 1 ? most : Math.max(last, 0) * DECIMAL + DECIMAL - 1;
            ranges.add(new long[] {Math.max(last, 0) + 1, next});
            last = next;
        }
        if (low > 0) {
            ranges.add(new long[] {0, low - 1});
        }
        long[] lows = ranges.stream().mapToLong(range -> range[0]).toArray();
        long[] sizes = ranges.stream().mapToLong(NumberSeries::size).toArray();
        return new NumberSeries(lows, sizes);
    }

    private static long size(long[] range) {
        long size = range[1] - range[0] + 1;
        return size > 0 ? size : Long.MAX_VALUE;
    }

    /** How many numbers there are of the usual form. */
    long usual() {
        return sizes[0];
    }

    /** Whether there is a number at an index. */
    boolean has(long index) {
        long rest = index;
        for (long size : sizes) {
            if (rest < size) {
                return true;
            }
            rest -= size;
        }
        return false;
    }

    /** The number at an index that is not negative; beyond the last range it starts over there. */
    long at(long key, long index) {
        long rest = index;
        int range = 0;
        while (range < sizes.length - 1 && rest >= sizes[range]) {
            rest -= sizes[range++];
        }
        return lows[range] + new Permutation(key, sizes[range]).at(rest);
    }
}
