/** How close the synthetic table's distributions are to those of the training rows. */
@NullMarked
package io.understudy.check.quality;

import org.jspecify.annotations.NullMarked;
