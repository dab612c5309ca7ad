/**
 * Understudy as a library: fit, save, load, sample, assess.
 *
 * <p>For Java, Scala, and Python through py4j alike: no callbacks, no types of Scala's, no varargs; every method is told
 * from its overloads by the number of its arguments.
 */
@NullMarked
package io.understudy.jobs.api;

import org.jspecify.annotations.NullMarked;
