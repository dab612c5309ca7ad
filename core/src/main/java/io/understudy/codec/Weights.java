package io.understudy.codec;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.Arrays;

/** Draws positions of a list in proportion to whole-number weights. */
final class Weights implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Entry i is the sum of the weights before position i; beyond the last sum there is more than any. */
    private final long[] before;
    /** The first step of a search, a power of two: all steps together reach the last position from the first. */
    private final int stride;

    Weights(long[] weights) {
        this(weights, weights.length);
    }

    /** @param most how many positions are chosen from at most */
    Weights(long[] weights, int most) {
        stride = Integer.highestOneBit(Math.max(0, most - 1));
        before = new long[weights.length + 1 + stride];
        Arrays.fill(before, Long.MAX_VALUE);
        before[0] = 0;
        for (int i = 0; i < weights.length; i++) {
            before[i + 1] = before[i] + weights[i];
        }
    }

    /**
     * One of the positions {@code from .. to-1}, as a function of 64 random bits: by a binary search of always as many steps,
     * which are arithmetic, since nobody can foresee a random target.
     */
    int pick(int from, int to, long bits) {
        long target = before[from] + Hash.below(bits, before[to] - before[from]);
        int low = from;
        for (int step = stride; step > 0; step >>>= 1) {
            low += step & (int) ((before[low + step] - target - 1) >> (Long.SIZE - 1));
        }
        return low;
    }
}
