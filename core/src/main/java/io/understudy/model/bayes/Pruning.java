package io.understudy.model.bayes;

import java.util.Objects;

/**
 * Cuts back a tree to where it predicts rows it has not seen, and finds how far leaves should lean on their ancestors.
 *
 * <p>The criterion is the leave-one-out log likelihood of the shrunken leaf distributions. With counts it needs no
 * second sample: leaving a row out lowers the counts of the cells above its code by one, in the leaf and in every
 * ancestor alike, so its probability follows from the counts at hand. Splits that only describe the rows they were grown
 * on lose by it, and with them what a reader could learn about a single row.
 */
final class Pruning {
    private final Refinement refinement;
    private final int[] targetCodes;
    private final int[] rows;
    private final double strength;
    private final double price;
    private final int depth;

    /**
     * @param rows     positions in the sample in the order of the tree's leaves
     * @param strength how many rows an ancestor counts for
     * @param price    nats that a split must gain
     */
    Pruning(Refinement refinement, int[] targetCodes, int[] rows, double strength, double price) {
        this.refinement = refinement;
        this.targetCodes = targetCodes;
        this.rows = rows;
        this.strength = strength;
        this.price = price;
        this.depth = refinement.depth();
    }

    /** Cuts splits that do not pay; returns the leave-one-out log likelihood of what is left, in nats. */
    double prune(Growing root) {
        return prune(root, null);
    }

    private double prune(Growing node, double @org.jspecify.annotations.Nullable [] ancestors) {
        long[] byCode = new long[refinement.codes()];
        for (int i = node.from; i < node.to; i++) {
            byCode[targetCodes[rows[i]]]++;
        }
        double[] leftOut = leftOut(byCode, ancestors);
        double asLeaf = likelihood(byCode, leftOut);
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

    /**
     * Conditional probabilities on the way from the root cell to each code present, had one row of that code been left
     * out; laid out code by code, deepest cell first, as many places each as there are steps at most.
     */
    private double[] leftOut(long[] byCode, double @org.jspecify.annotations.Nullable [] ancestors) {
        long[] counts = refinement.counts(byCode);
        double[] conditional = new double[byCode.length * depth];
        double rowsOfLarger = ancestors == null ? 1 : strength;
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] == 0) {
                continue;
            }
            int at = code * depth;
            for (int cell = refinement.cell(code); refinement.above(cell) >= 0; cell = refinement.above(cell)) {
                double larger = ancestors == null ? refinement.uniform()[cell] : ancestors[at];
                double weight = rowsOfLarger * refinement.weight(cell);
                conditional[at++] =
                        (counts[cell] - 1 + weight * larger) / (counts[refinement.above(cell)] - 1 + weight);
            }
        }
        return conditional;
    }

    private double likelihood(long[] byCode, double[] conditional) {
        double sum = 0;
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                double probability = 1;
                for (int at = code * depth; at < (code + 1) * depth && conditional[at] > 0; at++) {
                    probability *= conditional[at];
                }
                sum += byCode[code] * StrictMath.log(probability);
            }
        }
        return sum;
    }
}
