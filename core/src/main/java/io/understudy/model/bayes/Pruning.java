package io.understudy.model.bayes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts back a tree to where it predicts rows it has not seen, and finds how far leaves should lean on their ancestors.
 *
 * <p>The criterion is the leave-one-out log likelihood of the shrunken leaf distributions. With counts it needs no
 * second sample: leaving a row out lowers the counts of the cells above its code by one, in the leaf and in every
 * ancestor alike, so its probability follows from the counts at hand. Splits that only describe the rows they were grown
 * on lose by it, and with them what a reader could learn about a single row. Where entities have several rows, as many are
 * left out together as an entity has: rows of one entity that are alike would vouch for each other.
 *
 * <p>By the same criterion a node leans less on its ancestors than most do, or more, where that pays at least the price of a split:
 * where a timetable is kept there is nothing to learn from other rows, and where rows differ by chance alone everything.
 */
final class Pruning {
    /** Other leans that a node may take, in terms of that of most. */
    private static final double[] LEANS = {0.1, 10};

    /** Nats that it takes to say which lean a node has: what it must gain at least, since the best of several always gains something. */
    private static final double TO_SAY_WHICH = StrictMath.log(1.0 + LEANS.length);

    private final Refinement refinement;
    private final double strength;
    private final double price;
    private final double priceOfLean;
    /** Rows that are left out together, of one code. */
    private final double together;

    private final int depth;
    /** Rows by cell; zero but while a node is looked at. */
    private final long[] rowsOfCell;

    /**
     * Pruning under one strength.
     *
     * @param strength how many rows an ancestor counts for
     * @param settings what a split must gain, and how many rows an entity has
     */
    Pruning(Refinement refinement, double strength, TreeNetworkSettings settings) {
        this.refinement = refinement;
        this.strength = strength;
        this.together = settings.rowsPerEntity();
        this.price = settings.price() * together;
        this.priceOfLean = Math.max(price, TO_SAY_WHICH * together);
        this.depth = refinement.depth();
        this.rowsOfCell = new long[refinement.cells()];
    }

    /**
     * Conditional probabilities on the way from the root cell to each code present, had one row of that code, or an entity's, been
     * left out; laid out code by code, deepest cell first, as many places each as there are steps at most.
     *
     * @param codes present, ascending
     */
    private record LeftOut(int[] codes, double[] conditional) {

        /** Probability of the code at a place; a place has {@code depth} steps at most, the rest are zero. */
        double probability(int place, int depth) {
            double probability = 1;
            for (int at = place * depth; at < (place + 1) * depth && conditional[at] > 0; at++) {
                probability *= conditional[at];
            }
            return probability;
        }
    }

    /** Cuts splits that do not pay; returns the leave-one-out log likelihood of what is left, in nats. */
    double prune(Growing root) {
        return prune(root, null);
    }

    private double prune(Growing node, @Nullable LeftOut ancestors) {
        LeftOut leftOut = leftOut(node.tally, ancestors, 1);
        double asLeaf = likelihood(node.tally, leftOut);
        // At the root, which has nothing to lean on, all are alike, and none pays.
        for (double lean : LEANS) {
            LeftOut leaning = leftOut(node.tally, ancestors, lean);
            double likelihood = likelihood(node.tally, leaning) - priceOfLean;
            if (likelihood > asLeaf) {
                asLeaf = likelihood;
                leftOut = leaning;
                node.lean = lean;
            }
        }
        if (node.isLeaf()) {
            return asLeaf;
        }
        double asSplit = prune(Objects.requireNonNull(node.below), leftOut)
                + prune(Objects.requireNonNull(node.above), leftOut)
                - price;
        if (asSplit > asLeaf) {
            return asSplit;
        }
        node.cut();
        return asLeaf;
    }

    private LeftOut leftOut(Tally tally, @Nullable LeftOut ancestors, double lean) {
        int[] codes = tally.codes();
        for (int i = 0; i < codes.length; i++) {
            addUpwards(codes[i], tally.counts()[i]);
        }
        double[] conditional = new double[codes.length * depth];
        double[] larger = ancestors == null ? refinement.uniform() : ancestors.conditional();
        double rowsOfLarger = ancestors == null ? together : strength * lean;
        int above = 0;
        for (int i = 0; i < codes.length; i++) {
            while (ancestors != null && ancestors.codes()[above] < codes[i]) {
                above++;
            }
            int at = i * depth;
            int atLarger = above * depth;
            double out = Math.min(together, tally.counts()[i]);
            double mass = ancestors == null ? 1.0 / refinement.codes() : ancestors.probability(above, depth);
            for (int cell = refinement.cell(codes[i]); refinement.above(cell) >= 0; cell = refinement.above(cell)) {
                double there = larger[ancestors == null ? cell : atLarger++];
                mass /= there;
                double weight = rowsOfLarger * refinement.weight(cell, mass);
                double rows = rowsOfCell[refinement.above(cell)] - out + weight;
                conditional[at++] = (rowsOfCell[cell] - out + weight * there) / rows;
            }
        }
        for (int code : codes) {
            clearUpwards(code);
        }
        return new LeftOut(codes, conditional);
    }

    private void addUpwards(int code, int rows) {
        for (int cell = refinement.cell(code); cell >= 0; cell = refinement.above(cell)) {
            rowsOfCell[cell] += rows;
        }
    }

    private void clearUpwards(int code) {
        for (int cell = refinement.cell(code); cell >= 0 && rowsOfCell[cell] > 0; cell = refinement.above(cell)) {
            rowsOfCell[cell] = 0;
        }
    }

    private double likelihood(Tally tally, LeftOut leftOut) {
        double sum = 0;
        for (int i = 0; i < tally.size(); i++) {
            sum += tally.counts()[i] * StrictMath.log(leftOut.probability(i, depth));
        }
        return sum;
    }
}
