package io.understudy.model.bayes;

import java.util.Arrays;

/**
 * Turns counts at the leaves of a tree into distributions that lean on their ancestors, from the root down.
 *
 * @param strength how many rows the node above counts for at the first step, by node of the tree
 */
record Leaves(Refinement refinement, Tree tree, double[] strength) {

    /**
     * Probabilities by leaf and code.
     *
     * @param byLeaf rows by leaf and code
     */
    double[][] probabilities(long[][] byLeaf) {
        long[][] byNode = byNode(tree, byLeaf);
        double[][] conditional = new double[tree.nodes()][];
        conditional[0] = refinement.shrink(refinement.counts(byNode[0]), refinement.uniform(), 0);
        double[][] probabilities = new double[tree.leaves()][];
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.isLeaf(node)) {
                probabilities[tree.leaf(node)] = refinement.probabilities(conditional[node]);
            } else {
                for (int child : new int[] {tree.below(node), tree.above(node)}) {
                    long[] cells = refinement.counts(byNode[child]);
                    conditional[child] = refinement.shrink(cells, conditional[node], strength[child]);
                }
            }
            conditional[node] = new double[0];
        }
        return probabilities;
    }

    /** Counts by node from counts by leaf, each of any length. */
    static long[][] byNode(Tree tree, long[][] byLeaf) {
        long[][] byNode = new long[tree.nodes()][];
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            if (tree.isLeaf(node)) {
                byNode[node] = byLeaf[tree.leaf(node)];
            } else {
                long[] below = byNode[tree.below(node)];
                long[] above = byNode[tree.above(node)];
                byNode[node] = new long[below.length];
                Arrays.setAll(byNode[node], at -> below[at] + above[at]);
            }
        }
        return byNode;
    }
}
