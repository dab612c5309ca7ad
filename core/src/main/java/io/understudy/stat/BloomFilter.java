package io.understudy.stat;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.Arrays;

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
    private final long span;
    private final int halved;
    private final int probes;

    /**
     * All there is to know about a filter.
     *
     * @param span   places that hashes are spread over
     * @param halved so often two neighbouring places were made one bit
     * @param probes places of each member
     * @param words  the bits, 64 a word, the lowest first
     */
    public record Parts(long span, int halved, int probes, long[] words) implements Serializable {}

    private BloomFilter(Parts parts) {
        this.words = parts.words();
        this.span = parts.span();
        this.halved = parts.halved();
        this.probes = parts.probes();
    }

    /** The filter that was stored in these parts. */
    public static BloomFilter of(Parts parts) {
        return new BloomFilter(parts);
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
        return new BloomFilter(new Parts((long) words * Long.SIZE, 0, probes, new long[words]));
    }

    /** What is stored of it. */
    public Parts parts() {
        return new Parts(span, halved, probes, words);
    }

    /** How many bits there are. */
    public long bits() {
        return ((span - 1) >>> halved) + 1;
    }

    /** Adds a value by its hash of 64 bits. */
    public void add(long hash) {
        long step = step(hash);
        for (int i = 0; i < probes; i++) {
            long bit = Hash.below(hash + i * step, span) >>> halved;
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    /** False only where the hash was never added. */
    public boolean mayContain(long hash) {
        long step = step(hash);
        for (int i = 0; i < probes; i++) {
            long bit = Hash.below(hash + i * step, span) >>> halved;
            if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long step(long hash) {
        return Hash.mix(~hash) | 1;
    }

    /** The probability with which a stranger is claimed now, 0 .. 1: the share of set bits to the power of the probes. */
    public double claims() {
        long set = Arrays.stream(words).map(Long::bitCount).sum();
        return StrictMath.pow((double) set / bits(), probes);
    }

    /**
     * The same members in fewer bits, halved until strangers are claimed often enough.
     * Whoever holds the result cannot tell members from the strangers that it claims.
     *
     * @param least probability with which a stranger is to be claimed at least
     */
    public BloomFilter coarse(double least) {
        BloomFilter coarse = this;
        while (coarse.claims() < least && coarse.bits() > 1) {
            coarse = coarse.halved();
        }
        return coarse;
    }

    private BloomFilter halved() {
        long[] folded = new long[(words.length + 1) / 2];
        for (int w = 0; w < words.length; w++) {
            long pairs = words[w] | words[w] >>> 1;
            for (int i = 0; i < Long.SIZE; i += 2) {
                folded[w >> 1] |= (pairs >>> i & 1) << ((i + Long.SIZE * (w & 1)) >> 1);
            }
        }
        return new BloomFilter(new Parts(span, halved + 1, probes, folded));
    }

    /** Adds all members of another, which must have been made for the same numbers; returns this. */
    public BloomFilter merge(BloomFilter other) {
        if (other.span != span || other.halved != halved || other.probes != probes) {
            throw new IllegalArgumentException("cannot merge filters of " + bits() + " and " + other.bits()
                    + " bits; make both for the same number");
        }
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
        return this;
    }
}
