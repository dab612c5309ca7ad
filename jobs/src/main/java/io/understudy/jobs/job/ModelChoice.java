package io.understudy.jobs.job;

import io.understudy.jobs.job.Treatment.KeySource;
import java.util.List;
import java.util.Optional;

/**
 * Which model to fit and how close to the data.
 *
 * @param closeness from 0, more private, to 1, closer
 * @param path where the fitted model is kept; empty means {@code model} in the work folder
 * @param conditionOn names of columns that lead the model, so that rows can be drawn given them
 * @param segment name of the column for each of whose frequent values a model of its own is fitted
 * @param key where the key lies that the model is encrypted with; empty means that it is not
 */
public record ModelChoice(
        Type type,
        double closeness,
        List<String> conditionOn,
        Optional<String> segment,
        Optional<String> path,
        Optional<KeySource> key) {
    public ModelChoice {
        conditionOn = List.copyOf(conditionOn);
    }

    /** A model that is not encrypted. */
    public ModelChoice(Type type, double closeness, Optional<String> path) {
        this(type, closeness, List.of(), Optional.empty(), path, Optional.empty());
    }

    /** The family of the model. */
    public enum Type {
        BAYESIAN_NETWORK,
        GAUSSIAN_COPULA
    }
}
