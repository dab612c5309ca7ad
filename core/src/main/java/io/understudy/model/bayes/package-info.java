/** Bayesian networks whose conditional distributions are trees. */
@NullMarked
package io.understudy.model.bayes;

import org.jspecify.annotations.NullMarked;
