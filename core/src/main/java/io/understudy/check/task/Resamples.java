package io.understudy.check.task;

import io.understudy.random.Philox;
import java.util.function.Consumer;

/**
 * Rows drawn again and again: each row counts as often as a Poisson variable of mean 1 says (Hanley and MacGibbon 2006; Chamandy
 * et al. 2012), which needs no draw from all rows. A weight is a function of seed, row and replicate.
 */
record Resamples(long seed, int rows, int replicates) {
    private static final int MOST = 12;

    /** Visits the weights of each replicate; the array is used again for the next. */
    void forEach(Consumer<int[]> visitor) {
        double[] upTo = cumulative();
        long[] bits = new long[rows];
        int[] weights = new int[rows];
        for (int replicate = 0; replicate < replicates; replicate++) {
            Philox.fill(seed, 0, replicate, bits, rows);
            for (int row = 0; row < rows; row++) {
                weights[row] = poisson((bits[row] >>> 11) * 0x1.0p-53, upTo);
            }
            visitor.accept(weights);
        }
    }

    private static double[] cumulative() {
        double[] upTo = new double[MOST];
        double term = 1 / Math.E;
        double sum = 0;
        for (int n = 0; n < MOST; n++) {
            sum += term;
            upTo[n] = sum;
            term /= n + 1;
        }
        return upTo;
    }

    private static int poisson(double uniform, double[] upTo) {
        int n = 0;
        while (n < MOST && uniform >= upTo[n]) {
            n++;
        }
        return n;
    }
}
