/** Coded variables and columnar coded rows. */
@NullMarked
package io.understudy.domain;

import org.jspecify.annotations.NullMarked;
