/**
 * Fitted models as tables: Spark's data source {@code understudy}. What Spark loads here names no type of Scala's, so that
 * one jar serves all versions of Spark.
 */
@NullMarked
package io.understudy.jobs.source;

import org.jspecify.annotations.NullMarked;
