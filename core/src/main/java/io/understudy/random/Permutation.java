package io.understudy.random;

/**
 * A keyed bijection of {@code 0 .. capacity-1}: distinct numbers in no visible order, without remembering any.
 *
 * <p>A balanced Feistel network (Luby and Rackoff 1988) over the next even number of bits, walked until it falls inside
 * (Black and Rogaway 2002): at most four steps on average. Not meant to withstand cryptanalysis.
 *
 * @param key      chooses the bijection
 * @param capacity at least 1
 */
public record Permutation(long key, long capacity) {
    private static final int ROUNDS = 4;

    public Permutation {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, got " + capacity);
        }
    }

    /** The image of an index that is not negative; indices from {@code capacity} on start over. */
    public long at(long index) {
        int half = Math.max(1, (65 - Long.numberOfLeadingZeros(capacity - 1)) >>> 1);
        long x = index % capacity;
        do {
            x = shuffle(x, half);
        } while (x < 0 || x >= capacity);
        return x;
    }

    private long shuffle(long x, int half) {
        long mask = (1L << half) - 1;
        long left = x >>> half;
        long right = x & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Hash.combine(key + round, right) & mask);
            left = right;
            right = next;
        }
        return (left << half) | right;
    }
}
