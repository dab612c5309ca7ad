package io.understudy.stat;

import io.understudy.domain.Block;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows in an order that their codes alone decide, so that drawing by position does not depend on where they came from. */
public record CanonicalRows(Block block) {

    /** The rows of a block in an order that depends on what they hold alone. */
    public static CanonicalRows of(Block rows) {
        long[] hashes = RowSample.contentHashes(rows);
        int[] order = IntStream.range(0, hashes.length)
                .boxed()
                .sorted(Comparator.comparingLong(row -> hashes[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new CanonicalRows(rows.select(order, order.length));
    }

    /** The first rows in that order: a draw at random, since it is an order of hashes. */
    public Block first(int count) {
        return block.select(IntStream.range(0, count).toArray(), count);
    }
}
