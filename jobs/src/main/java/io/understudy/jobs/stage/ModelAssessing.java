package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.check.membership.ModelAttacks;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkTable;
import io.understudy.model.Likelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Attacks the model that is kept: what it betrays of the rows it was fitted to, beyond any table drawn from it.
 *
 * @param persons what was learned, over every real row once
 */
record ModelAssessing(Inputs inputs, ProfileFile persons, double confidence) {

    /** Nothing is found of a model that cannot say how likely a row is; then rules that ask for it refuse. */
    List<Finding> assess(ModelFile file) {
        if (!(file.model().model() instanceof Likelihood model)) {
            return List.of();
        }
        TableCodec codec = file.profile().codec();
        List<Integer> secrets = new ArrayList<>(
                IntStream.range(0, codec.domain().width()).boxed().toList());
        secrets.removeAll(inputs.kept());
        ModelAttacks attacks = new ModelAttacks(
                model::logLikelihood, secrets, confidence, inputs.job().seed());
        SourceRows.Split once = inputs.sides().persons();
        SparkTable train = coded(once.train(), codec, persons.train());
        SparkTable holdout = coded(once.holdout(), codec, persons.holdout());
        try {
            return inputs.reading(() -> attacks.measure(train, holdout));
        } finally {
            train.blocks().unpersist(false);
            holdout.blocks().unpersist(false);
        }
    }

    private static SparkTable coded(SourceRows rows, TableCodec codec, long count) {
        return rows.encode(codec.domain(), codec::encode, count);
    }
}
