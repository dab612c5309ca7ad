package io.understudy.jobs.stage;

import io.understudy.domain.Domain;
import io.understudy.model.Model;
import io.understudy.model.bayes.BayesianNetwork;
import io.understudy.model.copula.GaussianCopula;
import io.understudy.model.copula.LatentMargin;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the fit stage leaves: {@code model/model.json.gz}, with the profile it codes by.
 *
 * @param format  version of this file's form
 * @param profile how columns are coded
 * @param asked   family and settings, as the job file asks for them
 * @param model   the fitted distribution
 */
record ModelFile(int format, ProfileFile profile, String asked, Stored model) {
    static final int FORMAT = 1;
    static final String NAME = "model.json.gz";

    /** A model in the form in which it is stored; one record a family. */
    sealed interface Stored {
        Model model();

        static Stored of(Model model) {
            if (model instanceof GaussianCopula copula) {
                int width = copula.domain().width();
                double[][] correlation = new double[width][width];
                for (int a = 0; a < width; a++) {
                    for (int b = 0; b < width; b++) {
                        correlation[a][b] = copula.correlation(a, b);
                    }
                }
                List<Margin> margins = IntStream.range(0, width)
                        .mapToObj(copula::margin)
                        .map(margin -> new Margin(margin.codes(), margin.counts()))
                        .toList();
                return new Copula(copula.domain(), margins, correlation);
            }
            return new TreeNetwork((BayesianNetwork) model);
        }
    }

    record TreeNetwork(BayesianNetwork model) implements Stored {}

    record Copula(Domain domain, List<Margin> margins, double[][] correlation) implements Stored {
        @Override
        public Model model() {
            return new GaussianCopula(
                    domain,
                    margins.stream()
                            .map(margin -> new LatentMargin(margin.codes(), margin.counts()))
                            .toList(),
                    correlation);
        }
    }

    /** Codes in latent order and how often each occurs. */
    record Margin(int[] codes, long[] counts) {}
}
