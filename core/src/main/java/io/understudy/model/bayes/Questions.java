package io.understudy.model.bayes;

import org.jspecify.annotations.Nullable;

/** Finds the best questions to split nodes of a growing tree by. */
interface Questions {
    /**
     * Turns to a node.
     *
     * @param rows in the order in which those of the node are a run
     * @return whether there is anything to tell apart
     */
    boolean enter(Growing node, int[] rows);

    /** The best question about a variable, or null if none gains enough. */
    @Nullable
    Split best(Predictor predictor);
}
