/** Benchmarks: of kernels, by JMH, and of whole jobs against copying the same table, side by side in one session. */
@NullMarked
package io.understudy.bench;

import org.jspecify.annotations.NullMarked;
