package io.understudy.model;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** A fitted joint distribution over a domain. Immutable; shipped to executors as it is. */
public interface Model extends Serializable {
    Domain domain();

    /**
     * Fills {@code into} with synthetic codes.
     *
     * <p>Law: row {@code r} depends on (model, seed, r) and nothing else, so that any cutting of the rows into blocks
     * gives the same table. The words of {@link io.understudy.random.Sobol} and draws {@code 0 .. width-1} of
     * {@link io.understudy.random.Philox} belong to the model; codecs use those from {@code width} on.
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
    default void sample(long seed, List<Integer> given, Block into) {
        sample(seed, Part.others(domain(), given), into);
    }

    /**
     * Draws some variables alone.
     *
     * <p>Law: they get the codes that {@link #sample(long, List, Block)} gives them; the others keep theirs. So rows can
     * be drawn in steps, and those that a first step rules out be left alone.
     *
     * @throws IllegalArgumentException where variables are given that do not lead
     */
    void sample(long seed, Part part, Block into);

    /** Whether these variables, in any order, are the first of the model's. */
    boolean isLedBy(List<Integer> variables);

    /** This model, made ready to draw many rows: the same rows, sooner. What it adds is derived and never stored. */
    default Model ready() {
        return this;
    }

    /** Some variables and all that have to be drawn on the way to them. */
    Set<Integer> needed(Set<Integer> wanted);
}
