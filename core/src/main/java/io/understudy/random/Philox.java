package io.understudy.random;

/**
 * Philox4x32-10 (Salmon et al., SC 2011): random bits as a pure function of (seed, row, draw).
 *
 * <p>There is no state to seed, split or advance, so any partitioning of the rows yields the same values.
 */
public final class Philox {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /** A uniform double in [0, 1) with 53 random bits. */
    public static double uniform(long seed, long row, long draw) {
        return Hash.uniform(bits(new int[4], seed, row, draw));
    }

    /**
     * Writes 64 random bits for each of the rows {@code firstRow, firstRow + 1, ...}: what one draw gives a block.
     *
     * <p>The upper 53 bits are those of {@link #uniform}.
     */
    public static void fill(long seed, long firstRow, long draw, long[] into, int rows) {
        int[] x = new int[4];
        for (int i = 0; i < rows; i++) {
            into[i] = bits(x, seed, firstRow + i, draw);
        }
    }

    private static long bits(int[] x, long seed, long row, long draw) {
        x[0] = (int) row;
        x[1] = (int) (row >>> 32);
        x[2] = (int) draw;
        x[3] = (int) (draw >>> 32);
        permute(x, (int) seed, (int) (seed >>> 32));
        return ((x[0] & LOW) << 32) | (x[1] & LOW);
    }

    /** Ten rounds over four words; kept in locals, where every step of the compiler sees that nothing else changes them. */
    static void permute(int[] x, int key0, int key1) {
        int x0 = x[0];
        int x1 = x[1];
        int x2 = x[2];
        int x3 = x[3];
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (x0 & LOW);
            long product1 = MULTIPLIER_1 * (x2 & LOW);
            x0 = (int) (product1 >>> 32) ^ x1 ^ (key0 + round * WEYL_0);
            x2 = (int) (product0 >>> 32) ^ x3 ^ (key1 + round * WEYL_1);
            x1 = (int) product1;
            x3 = (int) product0;
        }
        x[0] = x0;
        x[1] = x1;
        x[2] = x2;
        x[3] = x3;
    }
}
