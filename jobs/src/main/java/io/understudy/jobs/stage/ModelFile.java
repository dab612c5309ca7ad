package io.understudy.jobs.stage;

import io.understudy.model.Model;
import io.understudy.model.bayes.BayesianNetwork;
import io.understudy.model.copula.GaussianCopula;

/**
 * What the fit stage leaves: {@code model/model.understudy}, JSON in gzip behind a line that says so, with the profile it
 * codes by.
 *
 * @param format  version of this file's form
 * @param profile how columns are coded
 * @param asked   family and settings, as the job file asks for them
 * @param model   the fitted distribution
 */
record ModelFile(int format, ProfileFile profile, String asked, Stored model) {
    static final int FORMAT = 2;
    static final String NAME = "model.understudy";

    /** A model in the form in which it is stored; one record a family. */
    sealed interface Stored {
        Model model();

        static Stored of(Model model) {
            return model instanceof GaussianCopula copula
                    ? new Copula(copula)
                    : new TreeNetwork((BayesianNetwork) model);
        }
    }

    record TreeNetwork(BayesianNetwork model) implements Stored {}

    record Copula(GaussianCopula model) implements Stored {}
}
