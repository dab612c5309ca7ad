package io.understudy.stat;

import io.understudy.domain.Block;

/**
 * A {@link Fold} over coded rows: the only way a model or a check learns anything from a table.
 *
 * @param <S> the running state
 * @param <R> the result
 */
public interface Statistic<S, R> extends Fold<Block, S, R> {}
