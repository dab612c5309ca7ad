/**
 * What a report draws, as integer counts that are small enough to keep: columns, pairs, curves, the network. No value is
 * named that fewer than k real rows have.
 */
@NullMarked
package io.understudy.check.picture;

import org.jspecify.annotations.NullMarked;
