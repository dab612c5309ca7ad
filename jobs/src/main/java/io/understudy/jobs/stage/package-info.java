/** The stages of a job. Each leaves a named, versioned artifact in the work folder and starts from the one before. */
@NullMarked
package io.understudy.jobs.stage;

import org.jspecify.annotations.NullMarked;
