/** Measurements of a synthetic table against training and holdout rows; nothing here decides. */
@NullMarked
package io.understudy.check;

import org.jspecify.annotations.NullMarked;
