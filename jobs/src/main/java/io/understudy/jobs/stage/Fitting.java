package io.understudy.jobs.stage;

import io.understudy.codec.Codec;
import io.understudy.codec.RealValues;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.ModelChoice;
import io.understudy.jobs.table.SparkTable;
import io.understudy.model.Estimator;
import io.understudy.model.Model;
import io.understudy.model.Weighting;
import io.understudy.model.bayes.NoSegmentsException;
import io.understudy.model.bayes.TreeNetworkEstimator;
import io.understudy.model.bayes.TreeNetworkSettings;
import io.understudy.model.copula.CopulaEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fits the model that the job chooses to the coded training rows. */
record Fitting(Inputs inputs) {
    private static final String LED_BY = " led by ";

    ModelFile fit(ProfileFile profile) {
        ModelChoice choice = inputs.job().model();
        SparkTable table = coded(profile);
        try {
            Model model =
                    inputs.reading(() -> estimator(inputs, choice.closeness()).fit(table));
            return new ModelFile(
                    ModelFile.FORMAT,
                    profile,
                    inputs.schema().json(),
                    realValues(profile).parts(),
                    asked(inputs),
                    ModelFile.Stored.of(model));
        } catch (NoSegmentsException none) {
            throw new ConfigurationException(
                    "model.segment: no value of \"" + choice.segment().orElseThrow() + "\" has " + none.least()
                            + " rows to learn from; choose a column of few, frequent values, or leave it out");
        } finally {
            table.blocks().unpersist(false);
        }
    }

    /** The rows to learn from, coded; release them when done. */
    SparkTable coded(ProfileFile profile) {
        TableCodec codec = profile.codec();
        return inputs.reading(() -> inputs.learning().rows().encode(codec.domain(), codec::encode, learned(profile)));
    }

    /** The values not to make up, as they may be stored: those of columns whose values are made up. One pass. */
    RealValues realValues(ProfileFile profile) {
        return inputs.realValues(gathering(profile)).coarse();
    }

    /** What to gather: the values of columns whose values are made up. */
    private static RealValues.Gathering gathering(ProfileFile profile) {
        List<Codec> codecs = profile.codec().codecs();
        return new RealValues.Gathering(IntStream.range(0, codecs.size())
                .mapToObj(c -> codecs.get(c).invents() ? expected(profile, c) : 0L)
                .toList());
    }

    /** Distinct values of a column, about: those of keys are only known up to a lower bound, so every row counts. */
    private static long expected(ProfileFile profile, int column) {
        ProfileFile.Entry entry = profile.columns().get(column);
        double all = profile.train() + (double) profile.holdout();
        double distinct = entry.distinct() * all / Math.max(1, profile.train());
        return Math.max(1, (long) Math.ceil(entry.type().keyed() ? all : distinct));
    }

    private long learned(ProfileFile profile) {
        return profile.train()
                - (inputs.job().outliers() == Job.Outliers.DROP
                        ? inputs.learning().outliers()
                        : 0);
    }

    /** The one place that knows which families there are. */
    static Estimator<? extends Model> estimator(Inputs inputs, double closeness) {
        TreeNetworkSettings trees = TreeNetworkSettings.of(
                        closeness, inputs.job().k())
                .withEntities(inputs.rowsPerEntity(), inputs.rowsOfK());
        Asked asked = new Asked(inputs);
        List<Integer> leading = asked.leading();
        return switch (inputs.job().model().type()) {
            case BAYESIAN_NETWORK ->
                new TreeNetworkEstimator(
                        trees,
                        leading,
                        asked.segment().stream().mapToInt(Integer::intValue).findFirst());
            case GAUSSIAN_COPULA -> new CopulaEstimator(leading);
        };
    }

    /** Family and settings as a text that changes when they do. */
    static String asked(Inputs inputs) {
        List<Integer> leading = new ArrayList<>(new Asked(inputs).leading());
        leading.removeAll(inputs.kept());
        return settings(inputs) + (leading.isEmpty() ? "" : LED_BY + leading);
    }

    private static String settings(Inputs inputs) {
        ModelChoice choice = inputs.job().model();
        return choice.type() + " closeness " + choice.closeness()
                + choice.segment().map(name -> " segments of " + name).orElse("");
    }

    /**
     * Whether a stored model is the one that the job asks for, or draws what the job asks for though others lead it.
     */
    static boolean serves(ModelFile file, Inputs inputs) {
        boolean any = file.model().model() instanceof Weighting && inputs.kept().isEmpty();
        return file.asked().equals(asked(inputs))
                || (any && file.asked().split(LED_BY, 2)[0].equals(settings(inputs)));
    }
}
