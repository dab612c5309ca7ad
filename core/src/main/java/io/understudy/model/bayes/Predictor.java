package io.understudy.model.bayes;

import io.understudy.domain.Variable;

/**
 * A variable that a tree may ask about.
 *
 * @param index    its position in the domain, or {@link Tree#SCORE}
 * @param variable what it is
 * @param codes    one a row of the sample
 */
record Predictor(int index, Variable variable, int[] codes) {}
