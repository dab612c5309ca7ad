package io.understudy.model.bayes;

import java.util.Arrays;

/**
 * Tilts the leaves of a variable's tree to what rows of a rare class are like: the chance of a code in a leaf is multiplied by a
 * ratio that all leaves share, and the leaf made a distribution again.
 *
 * <p>A ratio compares how many rows of the class have a code with how many the leaves that they reach let expect. It is
 * smoothed as the mean of a gamma distribution around one, {@code (rows + a) / (expected + a)} (Clayton and Kaldor 1987), step by
 * step of the {@link Refinement}: where few rows are expected it stays near one however they turn out, so that no single row moves a
 * code by more than {@code 1 / a}. The {@code a} is taken under which rows of the class that are left out are likeliest.
 *
 * @param ordinary probabilities by leaf and code
 * @param settings how many rows are left out together, and how much more to smooth
 */
record Tilting(double[][] ordinary, Refinement refinement, TreeNetworkSettings settings) {
    /** Strengths that are tried, in entities: rows beyond those there are, as many as expected. */
    private static final double[] STRENGTHS = {1, 3, 10, 30, 100};
    /** How often ratios are set right, for leaves that are made distributions again no longer give what was asked for. */
    private static final int ROUNDS = 3;

    /**
     * A tilt of all leaves.
     *
     * @param ratio by code
     * @param gain  rise in the log likelihood of rows left out, in nats, at least 0
     */
    record Tilt(double[] ratio, double gain) {}

    /** No tilt. */
    double[] even() {
        double[] ratio = new double[refinement.codes()];
        Arrays.fill(ratio, 1);
        return ratio;
    }

    /**
     * Tilts further for some rows of the class.
     *
     * @param ratio of a larger part of the class, by code
     */
    Tilt further(ClassRows rows, double[] ratio) {
        double[] expected = expected(rows.byLeaf(), ratio);
        Counts counts = new Counts(refinement.counts(rows.byCode()), shares(expected));
        double best = 0;
        double chosen = 0;
        for (double strength : STRENGTHS) {
            double rowsOf = strength * settings.rowsPerEntity();
            double gain = gain(counts, rowsOf);
            if (gain > best) {
                best = gain;
                chosen = rowsOf * settings.leaning();
            }
        }
        return best > 0 ? new Tilt(tilted(rows, counts, ratio, chosen), best) : new Tilt(ratio, 0);
    }

    /** A leaf's probabilities by code under a tilt. */
    double[] probabilities(int leaf, double[] ratio) {
        double[] tilted = new double[ratio.length];
        double sum = 0;
        for (int code = 0; code < tilted.length; code++) {
            tilted[code] = ordinary[leaf][code] * ratio[code];
            sum += tilted[code];
        }
        for (int code = 0; code < tilted.length; code++) {
            tilted[code] /= sum;
        }
        return tilted;
    }

    /** Rows by code that tilted leaves let expect. */
    private double[] expected(long[] byLeaf, double[] ratio) {
        double[] expected = new double[ratio.length];
        for (int leaf = 0; leaf < byLeaf.length; leaf++) {
            if (byLeaf[leaf] > 0) {
                double[] here = probabilities(leaf, ratio);
                for (int code = 0; code < here.length; code++) {
                    expected[code] += byLeaf[leaf] * here[code];
                }
            }
        }
        return expected;
    }

    /** Each cell's share of the cell above it, by cell of the refinement. */
    private double[] shares(double[] byCode) {
        double[] shares = new double[refinement.cells()];
        for (int code = 0; code < byCode.length; code++) {
            shares[refinement.cell(code)] += byCode[code];
        }
        for (int cell = shares.length - 1; cell > 0; cell--) {
            shares[refinement.above(cell)] += shares[cell];
        }
        for (int cell = shares.length - 1; cell > 0; cell--) {
            double above = shares[refinement.above(cell)];
            shares[cell] = above > 0 ? shares[cell] / above : 0;
        }
        shares[0] = 1;
        return shares;
    }

    /**
     * What there is and what is expected.
     *
     * @param rows  by cell of the refinement
     * @param share expected, of the cell above, by cell
     */
    private record Counts(long[] rows, double[] share) {}

    private double smoothing(int cell, double strength) {
        return strength * Math.max(1, refinement.weight(cell, 1));
    }

    /** Shares of the cell above that follow from smoothed ratios, by cell. */
    private double[] smoothed(Counts counts, double strength) {
        double[] share = counts.share().clone();
        double[] sum = new double[share.length];
        for (int cell = 1; cell < share.length; cell++) {
            double a = smoothing(cell, strength);
            double expected = counts.rows()[refinement.above(cell)] * share[cell];
            share[cell] *= (counts.rows()[cell] + a) / (expected + a);
            sum[refinement.above(cell)] += share[cell];
        }
        for (int cell = 1; cell < share.length; cell++) {
            double all = sum[refinement.above(cell)];
            share[cell] = all > 0 ? share[cell] / all : 0;
        }
        return share;
    }

    /** How much likelier than without a further tilt are rows that are left out when ratios are found. */
    private double gain(Counts counts, double strength) {
        long[] rows = counts.rows();
        double[] share = counts.share();
        double together = settings.rowsPerEntity();
        double[] sum = new double[rows.length];
        for (int cell = 1; cell < rows.length; cell++) {
            sum[refinement.above(cell)] +=
                    share[cell] * (rows[cell] + smoothing(cell, strength)) / less(counts, cell, strength);
        }
        double gain = 0;
        for (int cell = 1; cell < rows.length; cell++) {
            if (rows[cell] > 0 && share[cell] > 0) {
                double out = Math.min(together, (double) rows[cell]);
                double expected = less(counts, cell, strength);
                double ratio = (rows[cell] - out + smoothing(cell, strength)) / expected;
                gain += rows[cell]
                        * StrictMath.log(ratio / (sum[refinement.above(cell)] - share[cell] * out / expected));
            }
        }
        return gain;
    }

    /** Rows expected in a cell without those left out, smoothed. */
    private double less(Counts counts, int cell, double strength) {
        double above = Math.max(0, counts.rows()[refinement.above(cell)] - settings.rowsPerEntity());
        return above * counts.share()[cell] + smoothing(cell, strength);
    }

    private double[] tilted(ClassRows rows, Counts counts, double[] ratio, double strength) {
        double[] aim = refinement.probabilities(smoothed(counts, strength));
        double all = rows.rows();
        double[] tilted = ratio;
        for (int round = 0; round < ROUNDS; round++) {
            double[] expected = expected(rows.byLeaf(), tilted);
            tilted = tilted.clone();
            for (int code = 0; code < tilted.length; code++) {
                tilted[code] *= expected[code] > 0 ? all * aim[code] / expected[code] : 1;
            }
        }
        return tilted;
    }
}
