package io.understudy.model;

import io.understudy.domain.Block;

/** A model that draws rows of which anything may be known, and says how well what it drew agrees with that. */
public interface Weighting extends Model {

    /**
     * Draws the codes that are not known, each given those before it in the model's order alone, and weighs the rows: by the
     * probability of the known codes given those before them (likelihood weighting: Fung and Chang 1989).
     *
     * <p>Variables that what is known does not {@linkplain Known#concerns concern} are left alone.
     *
     * <p>Law: row {@code r} depends on (model, seed, r, its known codes) and nothing else. Over all draws, weighted rows are
     * distributed as the model's are under the condition that the known codes are these.
     *
     * @param into    holds the known codes; those unknown are written
     * @param weights natural logarithms by row, to which those of this draw are added; minus infinity where the model rules
     *                the known codes out beside those drawn
     */
    void weigh(long seed, Known known, Block into, double[] weights);

    /**
     * Draws each of the codes that are not known anew, one variable after the other, given all others of the row that are of
     * concern (Gibbs sampling: Geman and Geman 1984).
     *
     * <p>Law: row {@code r} depends on (model, seed, r, its codes) and nothing else. Rows that are distributed as the model's under the
     * condition that the known codes are these still are; others come nearer to that.
     */
    void move(long seed, Known known, Block rows);
}
