/** Counter-based random numbers: every draw is a pure function of (seed, row, draw). */
@NullMarked
package io.understudy.random;

import org.jspecify.annotations.NullMarked;
