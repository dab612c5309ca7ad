/** The stages of a job, each leaving a named artifact that the next one starts from. */
@NullMarked
package io.understudy.jobs.stage;

import org.jspecify.annotations.NullMarked;
