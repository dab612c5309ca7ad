package io.understudy.model.bayes;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A binary decision tree over codes, flattened into arrays by node.
 *
 * <p>Invariants: node 0 is the root; children come after their parent; leaves are numbered {@code 0 .. leaves-1} in the
 * order of their nodes. A row goes below at a split on an ordered variable if its code is under the threshold, and at a
 * split on a nominal one if its code is in the subset.
 *
 * @param variable  asked about by each node, {@link #LEAF} at leaves, {@link #SCORE} or less at questions about scores
 * @param threshold codes under it go below, at splits on ordered variables
 * @param subset    bit set of the codes that go below, at splits on nominal variables, else empty
 * @param below     the child below; at a leaf its number
 * @param above     the child above
 * @param scores    that are asked about, beside variables
 */
record Tree(int[] variable, int[] threshold, long[][] subset, int[] below, int[] above, List<Score> scores)
        implements Serializable {
    /** Marks a leaf in {@link #variable}. */
    static final int LEAF = -1;
    /** Marks a question about the first of the scores; those about others are below. */
    static final int SCORE = -2;

    private static final long[] ORDERED = {};

    static long[] ordered() {
        return ORDERED;
    }

    /** The variables that are asked about, by themselves or in scores, nearest to the root first. */
    List<Integer> asked() {
        return Arrays.stream(variable)
                .filter(asked -> asked != LEAF)
                .distinct()
                .boxed()
                .flatMap(asked -> asked >= 0 ? Stream.of(asked) : scores.get(SCORE - asked).restsOn().stream())
                .distinct()
                .toList();
    }

    int nodes() {
        return variable.length;
    }

    int leaves() {
        int leaves = 0;
        for (int asked : variable) {
            leaves += asked == LEAF ? 1 : 0;
        }
        return leaves;
    }

    /** The variables that are asked about. */
    Set<Integer> variables() {
        return Set.copyOf(asked());
    }

    boolean isLeaf(int node) {
        return variable[node] == LEAF;
    }

    int leaf(int node) {
        return below[node];
    }

    int below(int node) {
        return below[node];
    }

    int above(int node) {
        return above[node];
    }

    int variable(int node) {
        return variable[node];
    }

    int threshold(int node) {
        return threshold[node];
    }

    long[] subset(int node) {
        return subset[node];
    }

    /** Where a row with this code of what an inner node asks about goes. */
    boolean isBelow(int node, int code) {
        return subset[node].length == 0 ? code < threshold[node] : contains(subset[node], code);
    }

    static boolean contains(long[] codes, int code) {
        return (codes[code >> 6] >>> code & 1) != 0;
    }
}
