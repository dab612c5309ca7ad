package io.understudy.random;

/**
 * Random words whose points fill the unit cube evenly: scrambled digital nets (Sobol 1967; Niederreiter 1992, chapter 4;
 * Owen 1995). A table of rows drawn from them is closer to its distribution than one of independent draws, which is a sample
 * of it.
 *
 * <p>Rows {@code 4096 n .. 4096 n + 4095} are one net, and so is every aligned run of 256 of them: in each dimension as many
 * of its words lie in one half, quarter, ... of their range as in another, and nearly so in the projection on most pairs of
 * dimensions. A net has a scrambling of its own in each dimension (a hash in Owen's form: Burley 2020; Vegdahl 2022), so
 * nets are independent of each other: whatever few dimensions have in common in one net, they do not have in the table.
 * Within a run of 256 the points come in random order, so that neighbours are like any two rows.
 *
 * <p>There is no state: a word is a pure function of (seed, row, dimension), as those of {@link Philox} are. Each by itself
 * is uniform. Dimensions beyond the {@value #LISTED} that there are direction numbers for get independent words.
 */
public final class Sobol {
    /** How many dimensions are even; later ones are independent. */
    public static final int LISTED = 128;

    private static final int RUN_BITS = 8;
    private static final int RUN = 1 << RUN_BITS;
    private static final int NET = 1 << Directions.BITS;
    private static final int RUNS = 1 << (Directions.BITS - RUN_BITS);
    /** The draw of a net's order of points; those of its scramblings are below. */
    private static final long ORDER = Long.MIN_VALUE;

    private final long seed;
    private final RowNumbers rows;
    /** Which point of its net each row is. */
    private final short[] points;
    /** Where another net begins, one more entry than there are nets; and the number of each. */
    private final int[] starts;

    private final long[] nets;

    private Sobol(long seed, RowNumbers rows, short[] points, int[] starts, long[] nets) {
        this.seed = seed;
        this.rows = rows;
        this.points = points;
        this.starts = starts;
        this.nets = nets;
    }

    /** The points of some rows of a table. */
    public static Sobol of(long seed, RowNumbers rows) {
        int count = rows.count();
        short[] points = new short[count];
        int most = rows.isRun() ? count / NET + 2 : count;
        int[] starts = new int[most + 1];
        long[] nets = new long[most];
        int met = 0;
        long order = 0;
        long known = -1;
        int run = 0;
        int own = 0;
        for (int row = 0; row < count; row++) {
            long number = rows.at(row);
            long net = number >>> Directions.BITS;
            if (met == 0 || nets[met - 1] != net) {
                order = Philox.bits(seed, net, ORDER);
                starts[met] = row;
                nets[met++] = net;
            }
            // Runs of a net change places, and so do the points of a run: each change is a bijection of few bits.
            if (number >>> RUN_BITS != known) {
                known = number >>> RUN_BITS;
                run = shuffle((int) order, (int) known & (RUNS - 1), RUNS - 1, 2);
                own = (int) Hash.mix(order + run);
            }
            points[row] = (short) ((run << RUN_BITS) | shuffle(own, (int) number & (RUN - 1), RUN - 1, RUN_BITS / 2));
        }
        starts[met] = count;
        return new Sobol(seed, rows, points, starts, nets);
    }

    /** Odd multiples and shifts, all modulo a power of two, are invertible. */
    private static int shuffle(int key, int place, int mask, int shift) {
        int x = (place + key) & mask;
        x = (x * ((key >>> 7) | 1)) & mask;
        x ^= x >>> shift;
        x = (x * ((key >>> 15) | 1) + (key >>> 19)) & mask;
        x ^= x >>> shift;
        return (x * ((key >>> 23) | 1)) & mask;
    }

    /** Writes 32 bits for each of the rows: their words in one dimension. */
    public void fill(int dimension, int[] into) {
        if (dimension >= LISTED) {
            Philox.fillUpper(seed, rows, dimension, into);
            return;
        }
        int[] table = Directions.table(dimension);
        for (int i = 0; starts[i] < points.length; i++) {
            int key = (int) (Philox.bits(seed, nets[i], ORDER + 1 + dimension) >>> Integer.SIZE);
            for (int row = starts[i]; row < starts[i + 1]; row++) {
                into[row] = Directions.value(table, points[row]);
            }
            scramble(into, starts[i], starts[i + 1], key);
        }
    }

    /** A loop of its own, without a lookup: the compiler does several rows at once. */
    private static void scramble(int[] words, int from, int to, int key) {
        for (int row = from; row < to; row++) {
            words[row] = reversed(scramble(words[row], key));
        }
    }

    /**
     * Flips bits of a word, each by a hash of those below it: with the first bit lowest, Owen's nested scrambling. Bits that
     * the word does not have are made up likewise.
     */
    private static int scramble(int word, int key) {
        int x = word;
        x ^= x * 0x3d20adea;
        x += key;
        x *= (key >>> 16) | 1;
        x ^= x * 0x05526c56;
        x ^= x * 0x53a22864;
        return x;
    }

    /** As {@link Integer#reverse}, which the compiler does for one row at a time only. */
    private static int reversed(int word) {
        int x = word;
        x = ((x & 0x55555555) << 1) | ((x >>> 1) & 0x55555555);
        x = ((x & 0x33333333) << 2) | ((x >>> 2) & 0x33333333);
        x = ((x & 0x0f0f0f0f) << 4) | ((x >>> 4) & 0x0f0f0f0f);
        return (x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24);
    }
}
