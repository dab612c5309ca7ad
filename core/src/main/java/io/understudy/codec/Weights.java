package io.understudy.codec;

import io.understudy.random.Hash;
import java.io.Serializable;

/** Draws positions of a list in proportion to whole-number weights. */
final class Weights implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Entry i is the sum of the weights before position i. */
    private final long[] before;

    Weights(long[] weights) {
        before = new long[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            before[i + 1] = before[i] + weights[i];
        }
    }

    /**
     * One of the positions {@code from .. to-1}, as a function of 64 random bits: by a binary search whose steps are
     * arithmetic, since no branch on a random target can be foreseen.
     */
    int pick(int from, int to, long bits) {
        long target = before[from] + Hash.below(bits, before[to] - before[from]);
        int low = from;
        for (int length = to - from; length > 1; length -= length >>> 1) {
            int half = length >>> 1;
            low += half & (int) ((before[low + half] - target - 1) >> (Long.SIZE - 1));
        }
        return low;
    }
}
