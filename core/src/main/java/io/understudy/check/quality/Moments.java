package io.understudy.check.quality;

import io.understudy.domain.Block;
import io.understudy.domain.Clique;
import io.understudy.stat.Statistic;
import java.math.BigInteger;
import java.util.List;

/**
 * Pearson correlations of pairs of numbers over the rows that have both; NaN where either does not vary.
 *
 * <p>Numbers enter as integers ({@link FixedPoint}), all sums are exact, and one division at the end is not: the result
 * is a function of the multiset of rows.
 *
 * @param pairs  of two variables each
 * @param scales one per variable of the domain; empty for what is not a number
 */
record Moments(List<Clique> pairs, List<FixedPoint> scales) implements Statistic<long[], double[]> {
    /** Sums a pair: rows, x, y, xx, yy, xy, each in two limbs. */
    private static final int SUMS = 6;

    private static final int LIMBS = 2;
    private static final int LIMB_BITS = 32;
    /** Rows whose products of two fixed-point numbers cannot overflow a long. */
    private static final int SEGMENT = 1 << (Long.SIZE - 2 - 2 * FixedPoint.BITS);

    Moments {
        pairs = List.copyOf(pairs);
        scales = List.copyOf(scales);
    }

    @Override
    public long[] zero() {
        return new long[pairs.size() * SUMS * LIMBS];
    }

    @Override
    public long[] add(long[] state, Block block) {
        long[][] numbers = new long[scales.size()][0];
        long[][] present = new long[scales.size()][0];
        for (Clique pair : pairs) {
            for (int v : pair.variables()) {
                if (numbers[v].length < block.rows()) {
                    int[] codes = block.read(v, new int[block.rows()]);
                    numbers[v] = scales.get(v).numbers(codes);
                    present[v] = scales.get(v).present(codes);
                }
            }
        }
        for (int p = 0; p < pairs.size(); p++) {
            int x = pairs.get(p).variables().get(0);
            int y = pairs.get(p).variables().get(1);
            for (int from = 0; from < block.rows(); from += SEGMENT) {
                int to = Math.min(block.rows(), from + SEGMENT);
                add(state, p, sums(new long[][] {numbers[x], present[x], numbers[y], present[y]}, from, to));
            }
        }
        return state;
    }

    private static long[] sums(long[][] columns, int from, int to) {
        long[] x = columns[0];
        long[] hasX = columns[1];
        long[] y = columns[2];
        long[] hasY = columns[3];
        long[] sums = new long[SUMS];
        for (int row = from; row < to; row++) {
            sums[0] += hasX[row] * hasY[row];
            sums[1] += x[row] * hasY[row];
            sums[2] += y[row] * hasX[row];
            sums[3] += x[row] * x[row] * hasY[row];
            sums[4] += y[row] * y[row] * hasX[row];
            sums[5] += x[row] * y[row];
        }
        return sums;
    }

    private static void add(long[] state, int pair, long[] sums) {
        for (int s = 0; s < SUMS; s++) {
            int at = (pair * SUMS + s) * LIMBS;
            state[at] += sums[s] >> LIMB_BITS;
            state[at + 1] += sums[s] & 0xFFFFFFFFL;
        }
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }

    @Override
    public double[] finish(long[] state) {
        double[] correlations = new double[pairs.size()];
        for (int p = 0; p < correlations.length; p++) {
            BigInteger[] sums = new BigInteger[SUMS];
            for (int s = 0; s < SUMS; s++) {
                int at = (p * SUMS + s) * LIMBS;
                sums[s] = BigInteger.valueOf(state[at]).shiftLeft(LIMB_BITS).add(BigInteger.valueOf(state[at + 1]));
            }
            correlations[p] = correlation(sums);
        }
        return correlations;
    }

    private static double correlation(BigInteger[] sums) {
        double xx = spread(sums[0], sums[3], sums[1], sums[1]);
        double yy = spread(sums[0], sums[4], sums[2], sums[2]);
        double xy = spread(sums[0], sums[5], sums[1], sums[2]);
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx) / Math.sqrt(yy) : Double.NaN;
    }

    /** n * sum(ab) - sum(a) * sum(b), exact before it is rounded. */
    private static double spread(BigInteger rows, BigInteger products, BigInteger a, BigInteger b) {
        return rows.multiply(products).subtract(a.multiply(b)).doubleValue();
    }
}
