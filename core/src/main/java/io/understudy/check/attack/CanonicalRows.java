package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.stat.RowSample;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows in an order that their codes alone decide, so that drawing by position does not depend on where they came from. */
record CanonicalRows(Block block) {

    static CanonicalRows of(Block rows) {
        long[] hashes = RowSample.contentHashes(rows);
        int[] order = IntStream.range(0, hashes.length)
                .boxed()
                .sorted(Comparator.comparingLong(row -> hashes[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new CanonicalRows(rows.select(order, order.length));
    }
}
