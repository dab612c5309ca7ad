package io.understudy.check.membership;

import io.understudy.domain.Block;
import java.io.Serializable;

/** What a model says of rows: the natural logarithm of their probability, or of a density up to a constant factor. */
@FunctionalInterface
public interface LogLikelihood extends Serializable {

    /** Writes one finite number a row to the start of {@code into}. */
    void write(Block rows, double[] into);
}
