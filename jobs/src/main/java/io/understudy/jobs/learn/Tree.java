package io.understudy.jobs.learn;

import java.util.Arrays;

/** One tree over {@link Bins}: a row goes left at a node if its bin is among some. */
final class Tree {
    /** By node. */
    private int[] features = new int[64];
    /** By node: a bit for each bin that goes left. */
    private long[] left = new long[64];
    /** By node: the left child, the right one behind it; 0 for a leaf. */
    private int[] child = new int[64];
    /** By node: what it says of a row, the share of each class or the mean of a quantity. */
    private double[][] says = new double[64][];

    private int nodes;

    /** Adds a leaf. */
    int leaf(double[] said) {
        if (nodes == child.length) {
            features = Arrays.copyOf(features, 2 * nodes);
            left = Arrays.copyOf(left, 2 * nodes);
            child = Arrays.copyOf(child, 2 * nodes);
            says = Arrays.copyOf(says, 2 * nodes);
        }
        says[nodes] = said;
        return nodes++;
    }

    /** Makes a leaf a node with two leaves below, which stand side by side from {@code first}. */
    void cut(int leaf, int feature, long bins, int first) {
        features[leaf] = feature;
        left[leaf] = bins;
        child[leaf] = first;
    }

    /** What is said of a row of bins, shape (width, rows). */
    double[] says(byte[][] bins, int row) {
        int node = 0;
        while (child[node] != 0) {
            boolean goesLeft = ((left[node] >>> bins[features[node]][row]) & 1) == 1;
            node = child[node] + (goesLeft ? 0 : 1);
        }
        return says[node];
    }
}
