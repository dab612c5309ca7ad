package io.understudy.jobs.stage;

import io.understudy.codec.TableCodec;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.ModelChoice;
import io.understudy.jobs.table.SparkTable;
import io.understudy.model.Estimator;
import io.understudy.model.Model;
import io.understudy.model.bayes.TreeNetworkEstimator;
import io.understudy.model.bayes.TreeNetworkSettings;
import io.understudy.model.copula.CopulaEstimator;

/** Fits the model that the job chooses to the coded training rows. */
record Fitting(Inputs inputs) {

    ModelFile fit(ProfileFile profile) {
        ModelChoice choice = inputs.job().model();
        SparkTable table = coded(profile);
        try {
            Model model =
                    inputs.reading(() -> estimator(inputs, choice.closeness()).fit(table));
            return new ModelFile(ModelFile.FORMAT, profile, asked(choice), ModelFile.Stored.of(model));
        } finally {
            table.blocks().unpersist(false);
        }
    }

    /** The rows to learn from, coded; release them when done. */
    SparkTable coded(ProfileFile profile) {
        TableCodec codec = profile.codec();
        return inputs.reading(() -> inputs.learning().rows().encode(codec.domain(), codec::encode, learned(profile)));
    }

    private long learned(ProfileFile profile) {
        return profile.train()
                - (inputs.job().outliers() == Job.Outliers.DROP
                        ? inputs.learning().outliers()
                        : 0);
    }

    /** The one place that knows which families there are. */
    static Estimator<? extends Model> estimator(Inputs inputs, double closeness) {
        TreeNetworkSettings trees =
                TreeNetworkSettings.of(closeness, inputs.job().k()).withRowsPerEntity(inputs.rowsPerEntity());
        return switch (inputs.job().model().type()) {
            case BAYESIAN_NETWORK -> new TreeNetworkEstimator(trees, inputs.kept());
            case GAUSSIAN_COPULA -> new CopulaEstimator(inputs.kept());
        };
    }

    /** Family and settings as a text that changes when they do. */
    static String asked(ModelChoice choice) {
        return choice.type() + " closeness " + choice.closeness();
    }
}
