package io.understudy.stat;

import io.understudy.random.Hash;
import java.io.Serializable;

/**
 * A set of 64-bit hashes in bounded memory that never denies a member and seldom claims a stranger (Bloom 1970).
 *
 * <p>Law: the state is a function of the set of hashes added. {@link #merge} is a bitwise or, so adding and merging are
 * commutative, associative and idempotent.
 *
 * <p>With {@code m} bits and {@code h} probes a stranger is claimed with probability of about
 * {@code (1 - exp(-h n / m))^h} once n distinct hashes were added: at most {@value #ROOMY} where there is room for
 * {@value #BITS_PER_KEY} bits a hash. Probes are made from two hashes (Kirsch and Mitzenmacher 2008).
 */
public final class BloomFilter implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bits for each hash where there is room. */
    public static final int BITS_PER_KEY = 16;

    /** The probability of a false claim with {@link #BITS_PER_KEY} bits a hash. */
    public static final double ROOMY = 0.000_5;

    private static final double LN2 = 0.693_147_180_559_945_3;
    private static final int MAX_PROBES = 11;

    private final long[] words;
    private final long bits;
    private final int probes;

    private BloomFilter(int words, int probes) {
        this.words = new long[words];
        this.bits = (long) words * Long.SIZE;
        this.probes = probes;
    }

    /**
     * A filter without members.
     *
     * @param keys    distinct hashes to expect; more are taken, at the price of more false claims
     * @param maxBits how large it may become, at least 64
     */
    public static BloomFilter of(long keys, long maxBits) {
        if (maxBits < Long.SIZE) {
            throw new IllegalArgumentException("a filter needs at least " + Long.SIZE + " bits, got " + maxBits);
        }
        long expected = Math.max(1, keys);
        long wanted = expected > maxBits / BITS_PER_KEY ? maxBits : expected * BITS_PER_KEY;
        int words = (int) Math.min(Integer.MAX_VALUE - 8L, (wanted + Long.SIZE - 1) / Long.SIZE);
        double perKey = (double) words * Long.SIZE / expected;
        int probes = (int) Math.max(1, Math.min(MAX_PROBES, StrictMath.rint(perKey * LN2)));
        return new BloomFilter(words, probes);
    }

    /** How many bits there are. */
    public long bits() {
        return bits;
    }

    public void add(long hash) {
        long step = step(hash);
        for (int i = 0; i < probes; i++) {
            long bit = Hash.below(hash + i * step, bits);
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    /** False only where the hash was never added. */
    public boolean mayContain(long hash) {
        long step = step(hash);
        for (int i = 0; i < probes; i++) {
            long bit = Hash.below(hash + i * step, bits);
            if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long step(long hash) {
        return Hash.mix(~hash) | 1;
    }

    /** Adds all members of another, which must have been made for the same numbers; returns this. */
    public BloomFilter merge(BloomFilter other) {
        if (other.words.length != words.length || other.probes != probes) {
            throw new IllegalArgumentException(
                    "cannot merge filters of " + bits + " and " + other.bits + " bits; make both for the same number");
        }
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
        return this;
    }
}
