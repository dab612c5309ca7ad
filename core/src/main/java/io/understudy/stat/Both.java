package io.understudy.stat;

import io.understudy.domain.Block;
import java.io.Serializable;

/**
 * Two statistics in one pass.
 *
 * @param <S> the first one's state
 * @param <T> the second one's state
 * @param <P> the first one's result
 * @param <Q> the second one's result
 */
public record Both<S, T, P, Q>(Statistic<S, P> first, Statistic<T, Q> second)
        implements Statistic<Both.Pair<S, T>, Both.Pair<P, Q>> {

    /** What belongs to the first statistic and what to the second. */
    public record Pair<A, B>(A first, B second) implements Serializable {}

    @Override
    public Pair<S, T> zero() {
        return new Pair<>(first.zero(), second.zero());
    }

    @Override
    public Pair<S, T> add(Pair<S, T> state, Block block) {
        return new Pair<>(first.add(state.first(), block), second.add(state.second(), block));
    }

    @Override
    public Pair<S, T> merge(Pair<S, T> left, Pair<S, T> right) {
        return new Pair<>(first.merge(left.first(), right.first()), second.merge(left.second(), right.second()));
    }

    @Override
    public Pair<P, Q> finish(Pair<S, T> state) {
        return new Pair<>(first.finish(state.first()), second.finish(state.second()));
    }
}
