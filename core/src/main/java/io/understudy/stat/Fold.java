package io.understudy.stat;

import java.io.Serializable;

/**
 * A sufficient statistic that is computed in one pass over blocks in any order.
 *
 * <p>Law: {@code add} and {@code merge} make {@code S} a commutative monoid with identity {@code zero}, exactly (not up
 * to rounding). Keep {@code S} integral and leave floating point to {@code finish}, which runs once, on the driver. Then
 * no result can depend on how rows were cut into blocks, on retries or on the size of a cluster.
 *
 * @param <B> what is read: a batch of rows
 * @param <S> the running state, serializable; {@code add} and {@code merge} may change and return their first argument
 * @param <R> the result
 */
public interface Fold<B, S, R> extends Serializable {
    S zero();

    S add(S state, B block);

    S merge(S left, S right);

    R finish(S state);
}
