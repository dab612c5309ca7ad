package io.understudy.model;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import java.io.Serializable;
import java.util.List;

/** A fitted joint distribution over a domain. Immutable; shipped to executors as it is. */
public interface Model extends Serializable {
    Domain domain();

    /**
     * Fills {@code into} with synthetic codes.
     *
     * <p>Law: row {@code r} depends on (model, seed, r) and nothing else, so that any cutting of the rows into blocks
     * gives the same table. Draws {@code 0 .. width-1} of {@link io.understudy.random.Philox} belong to the model;
     * codecs use those from {@code width} on.
     */
    default void sample(long seed, Block into) {
        sample(seed, List.of(), into);
    }

    /**
     * Draws all other variables given some whose codes {@code into} holds already.
     *
     * <p>Law: row {@code r} depends on (model, seed, r, its given codes) and nothing else; given codes stay.
     *
     * @param given positions in the domain: those that the model was fitted to be led by, or none
     * @throws IllegalArgumentException where others are given
     */
    void sample(long seed, List<Integer> given, Block into);
}
