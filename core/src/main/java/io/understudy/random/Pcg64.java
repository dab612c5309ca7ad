package io.understudy.random;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * PCG XSL RR 128/64 (O'Neill 2014), seeded and read as NumPy's {@code default_rng(seed)} does, for samples that others can draw
 * as well. It has a state, so nothing that must not depend on the order of draws may use it: see {@link Philox}.
 */
public final class Pcg64 {
    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;
    private static final int POOL = 4;
    private static final int HASH = 0x43B0D7E5;
    private static final int HASH_STEP = 0x931E8875;
    private static final int OUTPUT = 0x8B51F9DD;
    private static final int OUTPUT_STEP = 0x58F38DED;
    private static final int MIX_LEFT = 0xCA01F9DD;
    private static final int MIX_RIGHT = 0x4973F715;
    private static final long LOW_WORD = 0xFFFFFFFFL;

    private final long incrementHigh;
    private final long incrementLow;
    private long high;
    private long low;
    private boolean waiting;
    private int word;

    /**
     * The generator of a seed.
     *
     * @param seed 0 .. 2^31-1
     */
    public Pcg64(int seed) {
        long[] words = words(pool(seed));
        incrementHigh = (words[2] << 1) | (words[3] >>> 63);
        incrementLow = (words[3] << 1) | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    /** Entropy spread over a pool of words (O'Neill's seed sequence, as NumPy has it). */
    private static int[] pool(int seed) {
        int[] pool = new int[POOL];
        int[] constant = {HASH};
        for (int i = 0; i < POOL; i++) {
            pool[i] = hashed(i == 0 ? seed : 0, constant);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    int mixed = MIX_LEFT * pool[to] - MIX_RIGHT * hashed(pool[from], constant);
                    pool[to] = mixed ^ (mixed >>> 16);
                }
            }
        }
        return pool;
    }

    private static int hashed(int value, int[] constant) {
        int hashed = value ^ constant[0];
        constant[0] *= HASH_STEP;
        hashed *= constant[0];
        return hashed ^ (hashed >>> 16);
    }

    private static long[] words(int[] pool) {
        long[] words = new long[POOL];
        int constant = OUTPUT;
        for (int i = 0; i < 2 * POOL; i++) {
            int value = pool[i % POOL] ^ constant;
            constant *= OUTPUT_STEP;
            value *= constant;
            value ^= value >>> 16;
            words[i / 2] |= (value & LOW_WORD) << (32 * (i % 2));
        }
        return words;
    }

    private void step() {
        long product = MULTIPLIER_HIGH * low + MULTIPLIER_LOW * high + unsignedHigh(MULTIPLIER_LOW, low);
        low *= MULTIPLIER_LOW;
        high = product;
        add(incrementHigh, incrementLow);
    }

    private void add(long otherHigh, long otherLow) {
        low += otherLow;
        high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
    }

    private static long unsignedHigh(long left, long right) {
        return Math.multiplyHigh(left, right) + ((left >> 63) & right) + ((right >> 63) & left);
    }

    /** The next 64 bits. */
    public long next() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** The lower half of 64 bits, then the upper one. */
    private long nextWord() {
        if (waiting) {
            waiting = false;
            return word & LOW_WORD;
        }
        long bits = next();
        word = (int) (bits >>> 32);
        waiting = true;
        return bits & LOW_WORD;
    }

    /** A uniform number in 0 .. bound-1, without bias (Lemire 2019). */
    private long below(long bound) {
        long product = nextWord() * bound;
        long threshold = (LOW_WORD + 1 - bound) % bound;
        while ((product & LOW_WORD) < threshold) {
            product = nextWord() * bound;
        }
        return product >>> 32;
    }

    /**
     * So many different numbers of {@code 0 .. population-1}, ascending (Floyd's algorithm; Bentley and Floyd 1987).
     *
     * @param size       up to {@code population}
     * @param population below 2^32
     */
    public SortedSet<Long> choice(int size, long population) {
        SortedSet<Long> chosen = new TreeSet<>();
        for (long last = population - size; last < population; last++) {
            long drawn = below(last + 1);
            chosen.add(chosen.contains(drawn) ? last : drawn);
        }
        return chosen;
    }
}
