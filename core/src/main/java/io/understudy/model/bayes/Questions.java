package io.understudy.model.bayes;

import io.understudy.domain.Variable;
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

    /**
     * What cutting the codes of a nominal variable gains by chance, because they are put in the order of what they tell before they
     * are cut, in nats: each code beyond two has a degree of freedom along the axis, of whose sum of squares (half of it in nats) a
     * cut in the middle of normal scores takes 2/pi.
     *
     * @param codes that occur
     */
    static double gainOfArranging(Variable variable, int codes) {
        return variable.ordered() ? 0 : Math.max(0, codes - 2) / Math.PI;
    }
}
