package io.understudy.jobs.learn;

import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;

/** Rows in an order that depends on what they hold and on a seed, whatever order they came in. */
final class Shuffled {
    private Shuffled() {}

    static List<Vector> of(List<Vector> rows, long seed) {
        long[] hashes = new long[rows.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash(rows.get(i), seed);
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
