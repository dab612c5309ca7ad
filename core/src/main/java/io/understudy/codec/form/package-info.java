/**
 * Numbers, days and times that a table holds as texts: how they are recognised, read and written back.
 *
 * <p>A {@link io.understudy.codec.form.Family} is what one text tells of its format, a
 * {@link io.understudy.codec.form.Form} what all texts of a column tell together: one text says that thousands are
 * grouped, another how many digits follow the point.
 */
@NullMarked
package io.understudy.codec.form;

import org.jspecify.annotations.NullMarked;
