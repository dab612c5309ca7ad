/** What a table is used for: a column to predict, the groups it is compared by, and how well models of it do. */
@NullMarked
package io.understudy.check.task;

import org.jspecify.annotations.NullMarked;
