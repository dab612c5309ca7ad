/** Reading any Spark source, keeping artifacts, and publishing tables so that a reader sees the old one or the new one. */
@NullMarked
package io.understudy.jobs.io;

import org.jspecify.annotations.NullMarked;
