package io.understudy.model.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node of a tree under construction. Its rows are the run {@code from .. to} of the grower's row order. */
final class Growing {
    final int from;
    final int to;
    final Tally tally;

    @Nullable
    Split split;

    @Nullable
    Growing below;

    @Nullable
    Growing above;

    /** How many times as much as most others its distribution leans on that of the node above. */
    double lean = 1;

    /** @param tally the target's codes in these rows */
    Growing(int from, int to, Tally tally) {
        this.from = from;
        this.to = to;
        this.tally = tally;
    }

    /** A node without rows. */
    static Growing none() {
        return new Growing(0, 0, new Tally(new int[0], new int[0]));
    }

    int rows() {
        return to - from;
    }

    boolean isLeaf() {
        return split == null;
    }

    void cut() {
        split = null;
        below = null;
        above = null;
    }

    /** A tree of the same shape that can be cut without touching this one. */
    Growing copy() {
        Growing copy = new Growing(from, to, tally);
        copy.split = split;
        copy.below = below == null ? null : below.copy();
        copy.above = above == null ? null : above.copy();
        return copy;
    }

    /** Nodes so that children come after their parent. */
    private List<Growing> breadthFirst() {
        List<Growing> nodes = new ArrayList<>(List.of(this));
        for (int i = 0; i < nodes.size(); i++) {
            Growing node = nodes.get(i);
            if (!node.isLeaf()) {
                nodes.add(Objects.requireNonNull(node.below));
                nodes.add(Objects.requireNonNull(node.above));
            }
        }
        return nodes;
    }

    /**
     * The tree under this node.
     *
     * @param scores that it may ask about
     */
    Tree flattened(List<Score> scores) {
        List<Growing> nodes = breadthFirst();
        int[] variable = new int[nodes.size()];
        int[] threshold = new int[nodes.size()];
        long[][] subset = new long[nodes.size()][];
        int[] below = new int[nodes.size()];
        int[] above = new int[nodes.size()];
        int next = 1;
        int leaves = 0;
        for (int i = 0; i < variable.length; i++) {
            Split split = nodes.get(i).split;
            variable[i] = split == null ? Tree.LEAF : split.variable();
            threshold[i] = split == null ? 0 : split.threshold();
            subset[i] = split == null ? Tree.ordered() : split.subset();
            below[i] = split == null ? leaves++ : next++;
            above[i] = split == null ? 0 : next++;
        }
        boolean scored = Arrays.stream(variable).anyMatch(asked -> asked <= Tree.SCORE);
        return new Tree(variable, threshold, subset, below, above, scored ? scores : List.of());
    }

    /** {@link #lean} by node of that tree. */
    double[] leans() {
        return breadthFirst().stream().mapToDouble(node -> node.lean).toArray();
    }

    /** The target's codes by leaf of that tree, shape (leaves, codes). */
    long[][] counts(int codes) {
        return breadthFirst().stream()
                .filter(Growing::isLeaf)
                .map(leaf -> {
                    long[] counts = new long[codes];
                    for (int i = 0; i < leaf.tally.size(); i++) {
                        counts[leaf.tally.codes()[i]] = leaf.tally.counts()[i];
                    }
                    return counts;
                })
                .toArray(long[][]::new);
    }
}
