/**
 * Values to codes and back, learned from counts.
 *
 * <p>{@link io.understudy.codec.Profile} counts what occurs, in bounded memory and independent of partitioning;
 * {@link io.understudy.codec.Inference} says what each column seems to be; {@link io.understudy.codec.TableCodec} codes
 * rows for models, with nothing in it that fewer than k rows have, and {@link io.understudy.codec.AssessmentCodec} codes
 * them for checks, as finely as the training rows themselves.
 */
@NullMarked
package io.understudy.codec;

import org.jspecify.annotations.NullMarked;
