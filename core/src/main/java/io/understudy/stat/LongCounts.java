package io.understudy.stat;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.Arrays;

/** Counts by {@code long} key: open addressing over primitive arrays, a commutative monoid under {@link #merge}. */
public final class LongCounts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int INITIAL = 16;

    private long[] keys = new long[INITIAL];
    private long[] counts = new long[INITIAL];
    private int size;

    /** Receives one key and its count, which is never 0. */
    @FunctionalInterface
    public interface Visitor {
        void visit(long key, long count);
    }

    /** Adds to the count of a key and returns the new count; counts must stay positive. */
    public long add(long key, long count) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            size++;
        }
        counts[slot] += count;
        return counts[slot];
    }

    /** The count of a key, 0 where it was never added. */
    public long get(long key) {
        return counts[slot(key)];
    }

    /** How many different numbers there are. */
    public int size() {
        return size;
    }

    /** Both counts together; commutative and associative. */
    public LongCounts merge(LongCounts other) {
        other.forEach(this::add);
        return this;
    }

    /** Visits every key once, in no defined order. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                visitor.visit(keys[i], counts[i]);
            }
        }
    }

    /** All keys, ascending. */
    public long[] sortedKeys() {
        long[] sorted = new long[size];
        int at = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                sorted[at++] = keys[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) Hash.mix(key) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[2 * oldCounts.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
