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
    public Growth {
        if (minRows < 1 || maxLeaves < 1 || groups < 2) {
            throw new IllegalArgumentException("minRows and maxLeaves must be at least 1 and groups at least 2, got "
                    + minRows + ", " + maxLeaves + " and " + groups);
        }
    }
}
