package io.understudy.model.bayes;

import org.jspecify.annotations.Nullable;

/** A node of a tree under construction. Its rows are the run {@code from .. to} of the grower's row order. */
final class Growing {
    final int from;
    final int to;
    final Tally tally;

    /** By how much it leans on the node above, as a share of the strength that suits most nodes. */
    double leaning = 1;

    @Nullable
    Split split;

    @Nullable
    Growing below;

    @Nullable
    Growing above;

    /** @param tally the target's codes in these rows */
    Growing(int from, int to, Tally tally) {
        this.from = from;
        this.to = to;
        this.tally = tally;
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
        copy.leaning = leaning;
        copy.split = split;
        copy.below = below == null ? null : below.copy();
        copy.above = above == null ? null : above.copy();
        return copy;
    }
}
