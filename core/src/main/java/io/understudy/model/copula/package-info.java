/** The Gaussian copula over coded variables. */
@NullMarked
package io.understudy.model.copula;

import org.jspecify.annotations.NullMarked;
