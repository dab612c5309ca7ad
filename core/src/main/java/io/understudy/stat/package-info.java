/** Mergeable statistics, and whoever can answer one. */
@NullMarked
package io.understudy.stat;

import org.jspecify.annotations.NullMarked;
