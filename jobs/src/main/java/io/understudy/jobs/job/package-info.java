/**
 * What a person asks for: the resolved job as typed, immutable records with all defaults applied, and the errors a person
 * can cause. Knows neither YAML nor Spark; every other room of {@code jobs} may use it.
 */
@NullMarked
package io.understudy.jobs.job;

import org.jspecify.annotations.NullMarked;
