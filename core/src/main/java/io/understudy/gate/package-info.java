/** Decides from findings alone whether a synthetic table may be published. */
@NullMarked
package io.understudy.gate;

import org.jspecify.annotations.NullMarked;
