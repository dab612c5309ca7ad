package io.understudy.model;

import io.understudy.domain.Block;
import java.util.List;

/** A model that can say how likely a row is. What it says of rows it was fitted to can betray that it was. */
public interface Likelihood extends Model {

    /**
     * Writes the natural logarithm of each row's probability, or of a density up to a constant factor, to the start of
     * {@code into}.
     *
     * <p>Law: finite for every row of the domain, whatever the model holds impossible; a function of the row's codes alone.
     *
     * @param rows over {@link #domain}
     */
    void logLikelihood(Block rows, double[] into);

    /** Whether it can tell of these variables alone. */
    default boolean tellsOf(List<Integer> leading) {
        return isLedBy(leading);
    }

    /**
     * The same of variables that lead the model alone, whatever the codes of the others: what conditions are drawn by.
     *
     * @param leading the first variables of the model's order, in any order
     * @throws IllegalArgumentException where others are asked about, or more than the family can tell of
     */
    void logLikelihood(List<Integer> leading, Block rows, double[] into);
}
