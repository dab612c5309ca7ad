/**
 * Reads a job file. Text becomes a {@link Tree} in which everything knows its line; settings of the command line and the
 * environment are worked into the tree; then typed reading turns it into a {@link io.understudy.jobs.job.Job} or into an error that
 * names the key, the line and the remedy.
 */
@NullMarked
package io.understudy.jobs.job.file;

import org.jspecify.annotations.NullMarked;
