package io.understudy.neighbour;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The nodes of a binary tree over rows that lie in its order: which rows are in each, and where its children are. */
final class Nodes implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The most rows of a leaf, unless they are all equal. */
    static final int LEAF = 16;

    private static final int DEPTH = 64;

    int[] from = new int[16];
    int[] to = new int[16];
    /** The first of a node's two children, which stand side by side behind it; 0 for a leaf. */
    int[] child = new int[16];

    int size;

    private Nodes() {}

    /** Cuts points until leaves are small; so that they lie in the order of the tree, they are moved. */
    static Nodes of(Points points) {
        Nodes nodes = new Nodes();
        if (points.rows() > 0) {
            nodes.grow(points);
        }
        return nodes;
    }

    /** One subtree after the other, so that its rows are still near when they are cut again. */
    private void grow(Points points) {
        SplitSample sample = new SplitSample(points.metric);
        int[] pending = new int[DEPTH];
        int size = 0;
        pending[size++] = append(0, points.rows());
        while (size > 0) {
            int node = pending[--size];
            if (to[node] - from[node] > LEAF) {
                int middle = points.partition(from[node], to[node], sample.split(points, from[node], to[node]));
                child[node] = append(from[node], middle);
                append(middle, to[node]);
                pending = size + 2 > pending.length ? Arrays.copyOf(pending, 2 * pending.length) : pending;
                pending[size++] = child[node] + 1;
                pending[size++] = child[node];
            }
        }
    }

    private int append(int first, int end) {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            child = Arrays.copyOf(child, 2 * size);
        }
        from[size] = first;
        to[size] = end;
        return size++;
    }

    /** Rows of the largest leaf: what a query scans at least. */
    int largestLeaf() {
        return IntStream.range(0, size)
                .filter(node -> child[node] == 0)
                .map(node -> to[node] - from[node])
                .max()
                .orElse(0);
    }
}
