/** Fitted models: in the form in which they are stored, and the rows that are drawn from them. */
@NullMarked
package io.understudy.jobs.fitted;

import org.jspecify.annotations.NullMarked;
