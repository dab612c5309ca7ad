package io.understudy.neighbour;

import java.io.Serializable;
import java.util.Arrays;

/** For each query and column the code that the nearest row has there: a commutative monoid under {@link #merge}. */
public final class Guesses implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int width;
    /** By {@code query * width + column}. */
    private final int[] distances;

    private final long[] hashes;
    private final int[] codes;

    /** Nothing found yet. */
    Guesses(int width, int queries) {
        this.width = width;
        distances = new int[width * queries];
        hashes = new long[width * queries];
        codes = new int[width * queries];
        Arrays.fill(distances, Space.NONE);
    }

    /** The code that the nearest row has in a column, by the other columns; 0 where the table has no rows. */
    public int code(int column, int query) {
        return codes[query * width + column];
    }

    /** The distance beyond which no row can say anything more about any column of a query. */
    long farthest(int query) {
        int farthest = 0;
        for (int at = query * width; at < (query + 1) * width; at++) {
            farthest = Math.max(farthest, distances[at]);
        }
        return farthest;
    }

    void offer(int column, int query, int distance, long hash, int code) {
        offer(query * width + column, distance, hash, code);
    }

    private void offer(int at, int distance, long hash, int code) {
        if (distance < distances[at] || (distance == distances[at] && hash < hashes[at])) {
            distances[at] = distance;
            hashes[at] = hash;
            codes[at] = code;
        }
    }

    Guesses merge(Guesses other) {
        for (int at = 0; at < distances.length; at++) {
            offer(at, other.distances[at], other.hashes[at], other.codes[at]);
        }
        return this;
    }
}
