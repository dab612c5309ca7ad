package io.understudy.codec;

import io.understudy.random.Permutation;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Distinct whole numbers in no visible order: those of a range, then those of one digit more, and so on.
 *
 * @param lows  lowest number of each range
 * @param sizes how many numbers each has, at least 1
 */
record NumberSeries(long[] lows, long[] sizes) implements Serializable {
    private static final int DECIMAL = 10;
    private static final int RANGES = 3;

    /**
     * @param low  of the first range
     * @param high of the first range
     * @param most highest number of all
     */
    static NumberSeries of(long low, long high, long most) {
        long[] lows = new long[RANGES];
        long[] sizes = new long[RANGES];
        int count = 0;
        long from = low;
        long to = high;
        while (count < RANGES && (count == 0 || from <= to)) {
            lows[count] = from;
            sizes[count++] = to - from + 1 > 0 ? to - from + 1 : Long.MAX_VALUE;
            from = Math.max(to, 0) + 1;
            to = to >= most ? to : next(to, most);
        }
        return new NumberSeries(Arrays.copyOf(lows, count), Arrays.copyOf(sizes, count));
    }

    /** The largest number of one digit more. */
    private static long next(long high, long most) {
        return high > most / DECIMAL - 1 ? most : Math.max(high, 0) * DECIMAL + DECIMAL - 1;
    }

    /** How many numbers there are of the usual form. */
    long usual() {
        return sizes[0];
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
