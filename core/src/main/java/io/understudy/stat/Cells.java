package io.understudy.stat;

import java.io.Serializable;
import java.util.Arrays;
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

    public int size() {
        return counts.length;
    }

    /** How many of a key's low bits were given up to stay within bounds; 0 means that every cell is one key. */
    public int shift() {
        return shift;
    }

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

    /** The cell that a counted key is in. */
    private int cell(long key) {
        int found = Arrays.binarySearch(highs, key);
        return found < 0 ? -found - 1 : found;
    }

    private static long[] pick(long[] from, int[] positions) {
        return IntStream.of(positions).mapToLong(i -> from[i]).toArray();
    }

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
