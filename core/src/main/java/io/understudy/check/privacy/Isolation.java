package io.understudy.check.privacy;

import io.understudy.neighbour.Space;
import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How far the rows of a real table stand from all other real rows, and which of them a synthetic row reproduces: it comes
 * nearer to them than half the way to the next real row.
 */
final class Isolation implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By the {@link Histogram#bin} of the distance to the next real row, twice that and one for reproduced rows. */
    private final LongCounts counts = new LongCounts();

    private long rows;

    /**
     * Adds a row.
     *
     * @param next      how far the next real row is; {@link Space#NONE} without one
     * @param synthetic how far the nearest synthetic row is, where that is less than half of it
     */
    void add(int next, int synthetic) {
        if (next < Space.NONE) {
            boolean reproduced = 2L * synthetic < next;
            counts.add(2L * Histogram.bin(next) + (reproduced ? 1 : 0), 1);
            rows++;
        }
    }

    Isolation merge(Isolation other) {
        counts.merge(other.counts);
        rows += other.rows;
        return this;
    }

    /** Rows that have another real row at all. */
    long rows() {
        return rows;
    }

    /** How many rows stand at least so far away. */
    long beyond(long distance) {
        return total(distance, false) + total(distance, true);
    }

    /** How many of those are reproduced. */
    long reproduced(long distance) {
        return total(distance, true);
    }

    private long total(long distance, boolean reproduced) {
        return Arrays.stream(counts.sortedKeys())
                .filter(key -> key / 2 >= distance && (key % 2 == 1) == reproduced)
                .map(counts::get)
                .sum();
    }

    /** Adds the number of rows at every distance. */
    void countInto(LongCounts byDistance) {
        counts.forEach((key, count) -> byDistance.add(key / 2, count));
    }
}
