/** Whether training rows can be told from rows that were never seen, given the synthetic table. */
@NullMarked
package io.understudy.check.privacy;

import org.jspecify.annotations.NullMarked;
