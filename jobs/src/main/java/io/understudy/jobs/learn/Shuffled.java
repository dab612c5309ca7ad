package io.understudy.jobs.learn;

import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;

/** Rows in an order that depends on what they hold and on a seed, whatever order they came in. */
final class Shuffled {
    private Shuffled() {}

    static List<Vector> of(List<Vector> rows, long seed) {
        long[] hashes = new long[rows.size()];
        Map<Vector, Long> copies = new HashMap<>();
        for (int i = 0; i < hashes.length; i++) {
            // Equal rows must not lie side by side: then every half of the rows would have its half of them.
            hashes[i] = Hash.combine(hash(rows.get(i), seed), copies.merge(rows.get(i), 1L, Long::sum));
        }
        return IntStream.range(0, hashes.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> hashes[i]))
                .map(rows::get)
                .toList();
    }

    private static long hash(Vector row, long seed) {
        return Arrays.stream(row.toArray()).mapToLong(Double::doubleToLongBits).reduce(seed, Hash::combine);
    }
}
