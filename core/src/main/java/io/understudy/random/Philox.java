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
    private static final int WORDS = 4;
    /** Rows that are worked on together: few enough for all their words to stay in the nearest cache. */
    private static final int BATCH = 128;

    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /** A uniform double in [0, 1) with 53 random bits. */
    public static double uniform(long seed, long row, long draw) {
        return Hash.uniform(bits(seed, row, draw));
    }

    /** {@link #fill(long, RowNumbers, long, long[])} for the rows {@code firstRow .. firstRow+rows-1}. */
    public static void fill(long seed, long firstRow, long draw, long[] into, int rows) {
        fill(seed, RowNumbers.run(firstRow, rows), draw, into);
    }

    /**
     * Writes 64 random bits for each of some rows: what one draw gives a block.
     *
     * <p>The upper 53 bits are those of {@link #uniform}.
     */
    public static void fill(long seed, RowNumbers rows, long draw, long[] into) {
        inBatches(seed, rows, draw, (words, from, to) -> {
            for (int row = from; row < to; row++) {
                into[row] = words[0][row - from] << 32 | words[1][row - from];
            }
        });
    }

    /** Writes the upper half of the bits that one draw gives each of some rows: enough for a choice among codes. */
    public static void fillUpper(long seed, RowNumbers rows, long draw, int[] into) {
        inBatches(seed, rows, draw, (words, from, to) -> {
            for (int row = from; row < to; row++) {
                into[row] = (int) words[0][row - from];
            }
        });
    }

    /** Receives the words of the rows {@code from .. to-1}. */
    @FunctionalInterface
    private interface Batch {
        void take(long[][] words, int from, int to);
    }

    private static void inBatches(long seed, RowNumbers rows, long draw, Batch batch) {
        long[][] words = new long[WORDS][BATCH];
        for (int from = 0; from < rows.count(); from += BATCH) {
            int to = Math.min(rows.count(), from + BATCH);
            if (rows.isRun()) {
                count(words, rows.at(from), draw);
            } else {
                count(words, rows.slice(from, to), draw);
            }
            permute(words, (int) seed, (int) (seed >>> 32));
            batch.take(words, from, to);
        }
    }

    private static void count(long[][] words, long firstRow, long draw) {
        for (int i = 0; i < BATCH; i++) {
            long row = firstRow + i;
            words[0][i] = row & LOW;
            words[1][i] = row >>> 32;
            words[2][i] = draw & LOW;
            words[3][i] = draw >>> 32;
        }
    }

    private static void count(long[][] words, RowNumbers rows, long draw) {
        for (int i = 0; i < rows.count(); i++) {
            words[0][i] = rows.at(i) & LOW;
            words[1][i] = rows.at(i) >>> 32;
            words[2][i] = draw & LOW;
            words[3][i] = draw >>> 32;
        }
    }

    /** 64 random bits: those that {@link #fill} writes for a row. */
    public static long bits(long seed, long row, long draw) {
        int[] x = {(int) row, (int) (row >>> 32), (int) draw, (int) (draw >>> 32)};
        permute(x, (int) seed, (int) (seed >>> 32));
        return ((x[0] & LOW) << 32) | (x[1] & LOW);
    }

    static void permute(int[] x, int key0, int key1) {
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (x[0] & LOW);
            long product1 = MULTIPLIER_1 * (x[2] & LOW);
            int y0 = (int) (product1 >>> 32) ^ x[1] ^ (key0 + round * WEYL_0);
            int y2 = (int) (product0 >>> 32) ^ x[3] ^ (key1 + round * WEYL_1);
            x[1] = (int) product1;
            x[3] = (int) product0;
            x[0] = y0;
            x[2] = y2;
        }
    }

    /** The same for a batch, each word in the lower half of a long: loops that compilers turn into vector instructions. */
    private static void permute(long[][] words, int key0, int key1) {
        long[] x0 = words[0];
        long[] x1 = words[1];
        long[] x2 = words[2];
        long[] x3 = words[3];
        for (int round = 0; round < ROUNDS; round++) {
            long roundKey0 = (key0 + round * WEYL_0) & LOW;
            long roundKey1 = (key1 + round * WEYL_1) & LOW;
            for (int i = 0; i < BATCH; i++) {
                long product0 = MULTIPLIER_0 * x0[i];
                long product1 = MULTIPLIER_1 * x2[i];
                x0[i] = product1 >>> 32 ^ x1[i] ^ roundKey0;
                x2[i] = product0 >>> 32 ^ x3[i] ^ roundKey1;
                x1[i] = product1 & LOW;
                x3[i] = product0 & LOW;
            }
        }
    }
}
