package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.check.membership.ModelAttacks;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkTable;
import io.understudy.model.Likelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Attacks the model that is kept: what it betrays of the rows it was fitted to, beyond any table drawn from it. */
record ModelAssessing(Inputs inputs, double confidence) {

    /** Nothing is found of a model that cannot say how likely a row is; then rules that ask for it refuse. */
    List<Finding> assess(ModelFile file) {
        if (!(file.model().model() instanceof Likelihood model)) {
            return List.of();
        }
        ProfileFile profile = file.profile();
        TableCodec codec = profile.codec();
        List<Integer> secrets = new ArrayList<>(
                IntStream.range(0, codec.domain().width()).boxed().toList());
        secrets.removeAll(inputs.kept());
        ModelAttacks attacks = new ModelAttacks(
                model::logLikelihood, secrets, confidence, inputs.job().seed());
        SparkTable train = coded(inputs.train(), codec, profile.train());
        SparkTable holdout = coded(inputs.holdout(), codec, profile.holdout());
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
