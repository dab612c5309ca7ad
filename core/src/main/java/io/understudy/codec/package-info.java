/** Values to codes and back, learned from counts. */
@NullMarked
package io.understudy.codec;

import org.jspecify.annotations.NullMarked;
