/** Tables on a cluster: source rows as raw blocks, coded blocks as Spark tables, and back to rows. */
@NullMarked
package io.understudy.jobs.table;

import org.jspecify.annotations.NullMarked;
