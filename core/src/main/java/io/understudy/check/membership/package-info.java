/** Attacks that tell whether a record was learned from. */
@NullMarked
package io.understudy.check.membership;

import org.jspecify.annotations.NullMarked;
