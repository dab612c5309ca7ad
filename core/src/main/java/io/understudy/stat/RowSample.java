package io.understudy.stat;

import io.understudy.domain.Block;
import io.understudy.random.Hash;
import java.util.function.LongUnaryOperator;

/**
 * Draws rows by a hash of their content and of their ordinal among rows of equal content.
 *
 * <p>Law: which multiset of rows is drawn depends on the multiset of rows alone. Equal rows are interchangeable, so it
 * does not matter which of them gets which ordinal, only that each ordinal 0, 1, 2, ... is given once; one instance does
 * so for the blocks it is shown one after another. Without ordinals all copies of a row would be drawn or left together,
 * and a table of a few patterns would give a sample of fewer still.
 */
public final class RowSample {
    private final double from;
    private final double to;
    private final long seed;
    private final LongUnaryOperator ordinals;

    /** @param rate the share of rows to draw, 0 .. 1 */
    public RowSample(double rate, long seed) {
        this(rate, seed, counting(new LongCounts()));
    }

    /** @param ordinals gives a row of each content its ordinal; every call gives out one */
    public RowSample(double rate, long seed, LongUnaryOperator ordinals) {
        this(0, rate, seed, ordinals);
    }

    /**
     * A sample that has no row in common with one of another range.
     *
     * @param from where the range of the drawn rows begins, 0 .. 1
     * @param to   where it ends
     */
    public RowSample(double from, double to, long seed, LongUnaryOperator ordinals) {
        this.from = from;
        this.to = to;
        this.seed = seed;
        this.ordinals = ordinals;
    }

    /** The same over blocks that one instance sees one after another. */
    static RowSample counting(double from, double to, long seed) {
        return new RowSample(from, to, seed, counting(new LongCounts()));
    }

    private static LongUnaryOperator counting(LongCounts seen) {
        return hash -> seen.add(hash, 1) - 1;
    }

    /** Whether the next row of this content is drawn; each call gives out one ordinal. */
    public boolean draws(long contentHash) {
        double place = place(contentHash, ordinals.applyAsLong(contentHash), seed);
        return place >= from && place < to;
    }

    /** Whether the row of this content and ordinal is drawn. */
    public static boolean drawn(long contentHash, long ordinal, double rate, long seed) {
        return place(contentHash, ordinal, seed) < rate;
    }

    private static double place(long contentHash, long ordinal, long seed) {
        return Hash.uniform(Hash.combine(Hash.combine(seed, contentHash), ordinal));
    }

    /** The drawn rows of a block, given its rows' content hashes. */
    public Block select(Block block, long[] hashes) {
        int[] positions = new int[block.rows()];
        int count = 0;
        for (int row = 0; row < positions.length; row++) {
            if (draws(hashes[row])) {
                positions[count++] = row;
            }
        }
        return block.select(positions, count);
    }

    /** One hash a row over all its codes. */
    public static long[] contentHashes(Block block) {
        long[] hashes = new long[block.rows()];
        int[] codes = new int[block.rows()];
        for (int v = 0; v < block.width(); v++) {
            block.read(v, codes);
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = Hash.combine(hashes[row], codes[row]);
            }
        }
        return hashes;
    }
}
