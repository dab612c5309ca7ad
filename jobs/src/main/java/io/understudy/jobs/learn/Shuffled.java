package io.understudy.jobs.learn;

import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows in an order that depends on what they hold and on a seed, whatever order they came in. */
final class Shuffled {
    private Shuffled() {}

    /** @param rows shape (rows, entries) */
    static double[][] of(double[][] rows, long seed) {
        long[] hashes = new long[rows.length];
        Map<Long, Long> copies = new HashMap<>();
        for (int i = 0; i < hashes.length; i++) {
            // Equal rows must not lie side by side: then every half of the rows would have its half of them.
            long content = hash(rows[i], seed);
            hashes[i] = Hash.combine(content, copies.merge(content, 1L, Long::sum));
        }
        return IntStream.range(0, hashes.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> hashes[i]))
                .map(i -> rows[i])
                .toArray(double[][]::new);
    }

    /** Of rows those of one half of all patterns, in their order; {@code which} is 0 or 1. */
    static double[][] half(double[][] rows, long seed, int which) {
        return Arrays.stream(rows)
                .filter(row -> (Hash.mix(hash(row, seed)) & 1) == which)
                .toArray(double[][]::new);
    }

    private static long hash(double[] row, long seed) {
        return Arrays.stream(row).mapToLong(Double::doubleToLongBits).reduce(seed, Hash::combine);
    }
}
