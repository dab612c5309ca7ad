package io.understudy.model.bayes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the question about one variable that foretells the target's codes best where they are names: every code by itself, so
 * that which neighbours it has in their order does not matter.
 *
 * <p>With hundreds of codes any split makes counts likelier. So every row is foretold by the others of its side:
 * of its code in proportion to their number, and where it is the only one there by one row of the whole node.
 */
final class NameSearch implements Questions {
    /** Splits may fall this far short of what chance gives the best of them: pruning sees further, and decides. */
    private static final double LENIENCY = 0.5;
    /** Rows that foretell the only one of its code in a node: some, so that no chance is zero; how many cancels out. */
    private static final double NONE = 0.1;

    private final int minRows;
    private final int[] target;
    /** Position of the target's code among those of the node, by code, and by row of the sample. */
    private final int[] positionOfCode;

    private final int[] positionOfRow;
    /** {@code m log m} and {@code m log(m - 1)}. */
    private final Entropy entropy;

    private final double[] byOthers;

    private Growing node;
    private int[] rows = {};
    /** Log chance of a row by the others of the node, by position of its code. */
    private double[] alone = {};
    /** Of all rows of the node. */
    private double unsplit;

    /**
     * Splits of a sample.
     *
     * @param minRows in each side at least
     * @param target  code by row
     * @param codes   of the target
     */
    NameSearch(int minRows, int[] target, int codes) {
        this.minRows = minRows;
        this.target = target;
        this.positionOfCode = new int[codes];
        this.positionOfRow = new int[target.length];
        this.entropy = new Entropy(target.length);
        this.byOthers = new double[target.length + 1];
        for (int m = 2; m <= target.length; m++) {
            byOthers[m] = m * StrictMath.log(m - 1);
        }
        this.node = Growing.none();
    }

    @Override
    public boolean enter(Growing node, int[] rows) {
        this.node = node;
        this.rows = rows;
        int[] codes = node.tally.codes();
        int[] counts = node.tally.counts();
        alone = new double[codes.length];
        unsplit = 0;
        for (int i = 0; i < codes.length; i++) {
            positionOfCode[codes[i]] = i;
            alone[i] = StrictMath.log(Math.max(NONE, counts[i] - 1.0) / Math.max(1, node.rows() - 1));
            unsplit += counts[i] * alone[i];
        }
        for (int i = node.from; i < node.to; i++) {
            positionOfRow[rows[i]] = positionOfCode[target[rows[i]]];
        }
        return codes.length > 1;
    }

    @Override
    public @Nullable Split best(Predictor predictor) {
        Buckets buckets = Buckets.of(predictor, rows, node, positionOfRow);
        int[] order = new int[buckets.codes().length];
        if (predictor.variable().ordered()) {
            Arrays.setAll(order, i -> i);
        } else if (order.length > 1) {
            order = buckets.byAxis(node.tally.counts());
        }
        Split.Cut cut = cut(buckets, order, Questions.gainOfArranging(predictor.variable(), order.length));
        return cut == null ? null : Split.at(cut, predictor, buckets.rowsOfCode());
    }

    /** Scans the cuts between consecutive codes of the order. */
    private Split.@Nullable Cut cut(Buckets buckets, int[] order, double chance) {
        int[] counts = node.tally.counts();
        int[] below = new int[counts.length];
        int rowsBelow = 0;
        double sides = 0;
        for (int i = 0; i < counts.length; i++) {
            sides += likelihood(i, counts[i]);
        }
        int bestCut = -1;
        double best = Double.NEGATIVE_INFINITY;
        int tried = 0;
        for (int i = 0; i < order.length - 1; i++) {
            int from = buckets.begins()[order[i]];
            int to = buckets.begins()[order[i] + 1];
            for (int row = from; row < to; row++) {
                int position = buckets.targets()[row];
                int here = below[position]++;
                int there = counts[position] - here;
                sides += likelihood(position, here + 1) - likelihood(position, here);
                sides += likelihood(position, there - 1) - likelihood(position, there);
            }
            rowsBelow += to - from;
            int rowsAbove = node.rows() - rowsBelow;
            if (rowsBelow >= minRows && rowsAbove >= minRows) {
                tried++;
                double likelihood = sides - entropy.of(rowsBelow) - entropy.of(rowsAbove);
                if (likelihood > best) {
                    best = likelihood;
                    bestCut = i;
                }
            }
        }
        double gain = best - unsplit - LENIENCY * StrictMath.log(Math.max(1, tried)) - chance;
        return gain > 0 ? new Split.Cut(codes(buckets, order), bestCut, gain) : null;
    }

    private static int[] codes(Buckets buckets, int[] order) {
        int[] codes = new int[order.length];
        Arrays.setAll(codes, i -> buckets.codes()[order[i]]);
        return codes;
    }

    /** Log likelihood of so many rows of a code by the others of their side, but for the number of those. */
    private double likelihood(int position, int rows) {
        return rows == 1 ? alone[position] : byOthers[rows];
    }
}
