package io.understudy.jobs.job;

import java.util.Optional;

/**
 * Which model to fit and how close to the data.
 *
 * @param closeness from 0, more private, to 1, closer
 * @param path where the fitted model is kept; empty means {@code model} in the work folder
 */
public record ModelChoice(Type type, double closeness, Optional<String> path) {

    /** The family of the model. */
    public enum Type {
        BAYESIAN_NETWORK,
        GAUSSIAN_COPULA
    }
}
