package io.understudy.check.privacy.disclosure;

import io.understudy.random.Hash;
import java.io.Serializable;

/**
 * Counts of rows, or of entities, by combination of quasi-identifiers and value, in bounded memory.
 *
 * <p>A combination is known by a hash of 64 bits: two of a million share one with a chance of 3 in 10^8. Counts are exact
 * as long as there are at most so many entries. Beyond, only combinations are kept whose hash begins with enough zero bits,
 * the level: a sample of combinations, drawn alike from every table, of which every row is counted (distinct sampling:
 * Gibbons, VLDB 2001).
 *
 * <p>Law: the level is the lowest at which the entries fit, so what is kept is a function of the multiset of rows. A part of
 * the rows never needs a higher level than all of them.
 */
final class Combinations implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int INITIAL = 64;

    private final int most;
    private int level;
    private long[] combinations = new long[INITIAL];
    private long[] values = new long[INITIAL];
    private long[] counts = new long[INITIAL];
    private int size;

    /** Receives one entry; its count is never 0. */
    interface Visitor {
        void visit(long combination, long value, long count);
    }

    /** @param most entries at most */
    Combinations(int most) {
        this.most = most;
    }

    /** One combination in 2^level is kept. */
    int level() {
        return level;
    }

    int size() {
        return size;
    }

    static boolean keeps(int level, long combination) {
        return level == 0 || combination >>> (Long.SIZE - level) == 0;
    }

    /** Adds to a count, which must stay above 0 but where the combination is not kept. */
    void add(long combination, long value, long count) {
        if (!keeps(level, combination)) {
            return;
        }
        int slot = slot(combination, value);
        if (counts[slot] == 0) {
            combinations[slot] = combination;
            values[slot] = value;
            size++;
        }
        counts[slot] += count;
        if (size > most) {
            raise(level + 1);
        } else if (2 * size > counts.length) {
            rebuild(2 * counts.length);
        }
    }

    Combinations merge(Combinations other) {
        raise(other.level);
        other.forEach(this::add);
        return this;
    }

    /** Leaves out combinations until at least this level is reached and the entries fit. */
    void raise(int least) {
        while (level < least || size > most) {
            level++;
            rebuild(counts.length);
        }
    }

    /** Visits every entry once, in no defined order. */
    void forEach(Visitor visitor) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                visitor.visit(combinations[slot], values[slot], counts[slot]);
            }
        }
    }

    private int slot(long combination, long value) {
        int mask = counts.length - 1;
        int slot = (int) Hash.combine(combination, value) & mask;
        while (counts[slot] != 0 && (combinations[slot] != combination || values[slot] != value)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Takes all entries of this level into new arrays. */
    private void rebuild(int capacity) {
        long[] oldCombinations = combinations;
        long[] oldValues = values;
        long[] oldCounts = counts;
        combinations = new long[capacity];
        values = new long[capacity];
        counts = new long[capacity];
        size = 0;
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] != 0 && keeps(level, oldCombinations[i])) {
                int slot = slot(oldCombinations[i], oldValues[i]);
                combinations[slot] = oldCombinations[i];
                values[slot] = oldValues[i];
                counts[slot] = oldCounts[i];
                size++;
            }
        }
    }
}
