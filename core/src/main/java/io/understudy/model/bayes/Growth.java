package io.understudy.model.bayes;

import java.io.Serializable;

/**
 * How large trees grow before they are pruned.
 *
 * @param minRows   rows in every leaf at least, in the sample
 * @param maxLeaves leaves at most; the most telling splits are made first
 * @param groups    groups of the target's codes that splits are judged by
 */
public record Growth(int minRows, int maxLeaves, int groups) implements Serializable {
    /** Probabilities in all leaves of a tree: 64 MiB. */
    private static final int MOST_CELLS = 1 << 23;

    public Growth {
        if (minRows < 1 || maxLeaves < 1 || groups < 2) {
            throw new IllegalArgumentException("minRows and maxLeaves must be at least 1 and groups at least 2, got "
                    + minRows + ", " + maxLeaves + " and " + groups);
        }
    }

    /** The most leaves of a tree for a target of so many codes. */
    int leaves(int codes) {
        return Math.max(1, Math.min(maxLeaves, MOST_CELLS / codes));
    }
}
