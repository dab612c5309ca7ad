/** Source cells before there are codes: columnar batches of order-preserving keys and texts. */
@NullMarked
package io.understudy.raw;

import org.jspecify.annotations.NullMarked;
