package io.understudy.random;

/** 64-bit content hashes: stable over versions, machines and partitionings, since split and samples depend on them. */
public final class Hash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** A bijection of 64 bits with full avalanche: variant 13 of Stafford's mixers, as in SplitMix64 (Steele et al., OOPSLA 2014). */
    public static long mix(long bits) {
        long x = bits;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** The hash of a sequence that began with {@code hash} and goes on with {@code next}; order matters. */
    public static long combine(long hash, long next) {
        return mix(hash * GOLDEN + mix(next + GOLDEN));
    }

    /** The hash of a text's UTF-16 units. */
    public static long of(CharSequence text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    /** Maps a hash to a uniform double in [0, 1). */
    public static double uniform(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /**
     * Maps a hash to a uniform whole number in {@code 0 .. bound-1}, read as unsigned: the upper half of their product
     * (Lemire 2019). Off by at most {@code bound / 2^64} in probability.
     */
    public static long below(long hash, long bound) {
        return Math.multiplyHigh(hash, bound) + ((hash >> 63) & bound) + ((bound >> 63) & hash);
    }
}
