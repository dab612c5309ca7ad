package io.understudy.stat;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Counted cells of {@code long} keys in ascending order; disjoint, and each with the lowest and highest key seen in it.
 *
 * <p>Immutable: arrays handed out are shared and must not be changed.
 */
public final class Cells implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int shift;
    private final long[] lows;
    private final long[] highs;
    private final long[] counts;
    private final @Nullable String[] labels;

    /** @param labels as long as the other arrays, or empty where no key ever had a label */
    Cells(int shift, long[][] bounds, long[] counts, @Nullable String[] labels) {
        this.shift = shift;
        this.lows = bounds[0];
        this.highs = bounds[1];
        this.counts = counts;
        this.labels = labels;
    }

    /** How many different cells are counted. */
    public int size() {
        return counts.length;
    }

    /** How many of a key's low bits were given up to stay within bounds; 0 means that every cell is one key. */
    public int shift() {
        return shift;
    }

    /** Whether every cell is one key, so that nothing was given up to stay within bounds. */
    public boolean exact() {
        return shift == 0;
    }

    /** Lowest key seen in each cell, ascending. */
    public long[] lows() {
        return lows;
    }

    /** Highest key seen in each cell, ascending. */
    public long[] highs() {
        return highs;
    }

    /** How often the keys of each cell were seen; at least 1. */
    public long[] counts() {
        return counts;
    }

    /** Whether all that was seen in a cell is one key. */
    public boolean pure(int cell) {
        return lows[cell] == highs[cell];
    }

    /** The label of a pure cell's key, where it was given one. */
    public Optional<String> label(int cell) {
        return labels.length == 0 ? Optional.empty() : Optional.ofNullable(labels[cell]);
    }

    /** These cells without some of the keys that were counted in them; a cell keeps its ends unless nothing is left of it. */
    public Cells minus(LongCounts keys) {
        long[] rest = counts.clone();
        keys.forEach((key, count) -> rest[cell(key)] -= count);
        int[] left = IntStream.range(0, rest.length).filter(i -> rest[i] > 0).toArray();
        long[][] bounds = {pick(lows, left), pick(highs, left)};
        @Nullable String[] names = new @Nullable String[labels.length == 0 ? 0 : left.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels[left[i]];
        }
        return new Cells(shift, bounds, pick(rest, left), names);
    }

    /**
     * These cells with finer ones in place of some.
     *
     * @param replaced positions of those, ascending
     * @param finer    what was counted of the keys in them
     */
    public Cells refined(int[] replaced, Cells finer) {
        int[] kept = IntStream.range(0, size())
                .filter(cell -> Arrays.binarySearch(replaced, cell) < 0)
                .toArray();
        int[] order = IntStream.range(0, kept.length + finer.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> i < kept.length ? lows[kept[i]] : finer.lows[i - kept.length]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[][] bounds = {both(lows, kept, finer.lows, order), both(highs, kept, finer.highs, order)};
        @Nullable String[] names = new @Nullable String[order.length];
        for (int i = 0; i < order.length; i++) {
            int other = order[i] - kept.length;
            names[i] = other < 0
                    ? label(kept[order[i]]).orElse(null)
                    : finer.label(other).orElse(null);
        }
        return new Cells(shift, bounds, both(counts, kept, finer.counts, order), names);
    }

    private static long[] both(long[] from, int[] kept, long[] finer, int[] order) {
        return IntStream.of(order)
                .mapToLong(i -> i < kept.length ? from[kept[i]] : finer[i - kept.length])
                .toArray();
    }

    /** How many cells of the grid of this shift are occupied; fewer than {@link #size} where some are finer. */
    public int occupied() {
        int occupied = 0;
        for (int i = 0; i < size(); i++) {
            occupied += i == 0 || lows[i] >> shift != lows[i - 1] >> shift ? 1 : 0;
        }
        return occupied;
    }

    /** The cell that a counted key is in. */
    private int cell(long key) {
        int found = Arrays.binarySearch(highs, key);
        return found < 0 ? -found - 1 : found;
    }

    private static long[] pick(long[] from, int[] positions) {
        return IntStream.of(positions).mapToLong(i -> from[i]).toArray();
    }

    /** Rows in the cells that are counted. */
    public long total() {
        return LongStream.of(counts).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cells that
                && shift == that.shift
                && Arrays.equals(lows, that.lows)
                && Arrays.equals(highs, that.highs)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(labels, that.labels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lows) + 31 * Arrays.hashCode(counts);
    }
}
