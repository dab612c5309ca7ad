package io.understudy.stat;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of {@code long} keys in bounded memory: exact while there are few keys, by dyadic cells of equal width beyond.
 *
 * <p>A cell holds the keys that agree in all but their lowest {@link #shift} bits, with their count and the lowest and
 * highest of them. Whenever more than {@code bound} cells are occupied, the shift grows and neighbouring cells merge.
 *
 * <p>Law: the state is a function of the multiset of (key, label) added, so adding and merging are exactly commutative
 * and associative. Occupied cells grow in number with the set of keys and shrink with the shift. Hence, when some of the
 * keys overflow a shift, all of them do; the shift is never larger than the whole multiset needs, and it is always
 * large enough: it is the smallest at which all keys seen occupy at most {@code bound} cells. What a cell holds at a
 * given shift is a sum, a minimum and a maximum.
 *
 * <p>A key may carry a label, which is kept as long as its cell is pure (holds no other key). Two labels of one key,
 * which for hashes of texts has a chance of 2^-64 a pair, leave the lesser.
 */
public final class DyadicCounts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int INITIAL = 16;
    private static final String[] NO_LABELS = {};

    private final int bound;
    private int shift;
    private int size;
    private long[] lows = new long[INITIAL];
    private long[] highs = new long[INITIAL];
    private long[] counts = new long[INITIAL];
    private @Nullable String[] labels = NO_LABELS;

    /** @param bound the most cells, at least 2 */
    public DyadicCounts(int bound) {
        if (bound < 2) {
            throw new IllegalArgumentException("bound must be at least 2, got " + bound);
        }
        this.bound = bound;
    }

    /** Number of occupied cells. */
    public int size() {
        return size;
    }

    /** How many low bits of a key do not count, 0 .. 63. */
    public int shift() {
        return shift;
    }

    /** Counts a key; {@code count} must be positive. */
    public void add(long key, long count) {
        int slot = claim(key);
        count(slot, key, key, count);
        if (size > bound) {
            coarsen(neededShift());
        }
    }

    /** Counts a key that stands for a text. */
    public void add(long key, long count, String label) {
        int slot = claim(key);
        count(slot, key, key, count);
        name(slot, label);
        if (size > bound) {
            coarsen(neededShift());
        }
    }

    /** Adds all that another has seen; both must have the same bound. */
    public DyadicCounts merge(DyadicCounts other) {
        if (other.bound != bound) {
            throw new IllegalArgumentException("cannot merge counts of bounds " + bound + " and " + other.bound);
        }
        if (other.shift > shift) {
            coarsen(other.shift);
        }
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] != 0) {
                absorb(other, i);
                if (size > bound) {
                    coarsen(neededShift());
                }
            }
        }
        return this;
    }

    /** What was counted, in ascending order of keys. */
    public Cells cells() {
        int[] slots = LongStream.of(sortedLows()).mapToInt(this::slot).toArray();
        long[][] bounds = {gather(lows, slots), gather(highs, slots)};
        @Nullable String[] names = new @Nullable String[labels.length == 0 ? 0 : slots.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels[slots[i]];
        }
        return new Cells(shift, bounds, gather(counts, slots), names);
    }

    private long[] sortedLows() {
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] != 0)
                .mapToLong(i -> lows[i])
                .sorted()
                .toArray();
    }

    private static long[] gather(long[] from, int[] slots) {
        return IntStream.of(slots).mapToLong(slot -> from[slot]).toArray();
    }

    private void absorb(DyadicCounts from, int index) {
        int slot = claim(from.lows[index]);
        count(slot, from.lows[index], from.highs[index], from.counts[index]);
        String label = from.labels.length == 0 ? null : from.labels[index];
        if (label != null) {
            name(slot, label);
        }
    }

    private void count(int slot, long low, long high, long count) {
        lows[slot] = Math.min(lows[slot], low);
        highs[slot] = Math.max(highs[slot], high);
        counts[slot] += count;
        if (labels.length != 0 && lows[slot] != highs[slot]) {
            labels[slot] = null;
        }
    }

    private void name(int slot, String label) {
        if (labels.length == 0) {
            labels = new @Nullable String[counts.length];
        }
        String present = labels[slot];
        if (lows[slot] == highs[slot] && (present == null || label.compareTo(present) < 0)) {
            labels[slot] = label;
        }
    }

    /** The slot of a key's cell, which is given one if it has none yet. */
    private int claim(long key) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            if (2 * (size + 1) > counts.length) {
                rebuild(2 * counts.length);
                slot = slot(key);
            }
            lows[slot] = key;
            highs[slot] = key;
            size++;
        }
        return slot;
    }

    private int slot(long key) {
        long cell = key >> shift;
        int mask = counts.length - 1;
        int slot = (int) Hash.mix(cell) & mask;
        while (counts[slot] != 0 && lows[slot] >> shift != cell) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The smallest shift at which the occupied cells are within the bound, found at once rather than bit by bit. */
    private int neededShift() {
        long[] sorted = sortedLows();
        int[] splits = new int[Long.SIZE + 1];
        for (int i = 1; i < sorted.length; i++) {
            splits[Long.SIZE - Long.numberOfLeadingZeros(sorted[i - 1] ^ sorted[i])]++;
        }
        int needed = 0;
        for (int occupied = sorted.length; occupied > bound; needed++) {
            occupied -= splits[needed + 1];
        }
        return needed;
    }

    private void coarsen(int newShift) {
        shift = newShift;
        rebuild(counts.length);
    }

    private void rebuild(int capacity) {
        DyadicCounts old = new DyadicCounts(bound);
        old.lows = lows;
        old.highs = highs;
        old.counts = counts;
        old.labels = labels;
        lows = new long[capacity];
        highs = new long[capacity];
        counts = new long[capacity];
        labels = labels.length == 0 ? NO_LABELS : new @Nullable String[capacity];
        size = 0;
        for (int i = 0; i < old.counts.length; i++) {
            if (old.counts[i] != 0) {
                absorb(old, i);
            }
        }
    }
}
