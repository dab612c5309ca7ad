/** Checks that learn: classifiers trained on samples of real and synthetic rows. */
@NullMarked
package io.understudy.jobs.learn;

import org.jspecify.annotations.NullMarked;
