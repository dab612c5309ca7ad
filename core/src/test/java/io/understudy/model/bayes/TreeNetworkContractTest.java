package io.understudy.model.bayes;

import io.understudy.model.Estimator;
import io.understudy.model.Model;
import io.understudy.model.ModelContract;
import java.util.List;

class TreeNetworkContractTest extends ModelContract {
    @Override
    protected Estimator<? extends Model> estimator() {
        return new TreeNetworkEstimator(TreeNetworkSettings.of(0.5, 10));
    }

    @Override
    protected Estimator<? extends Model> estimator(List<Integer> leading) {
        return new TreeNetworkEstimator(TreeNetworkSettings.of(0.5, 10), leading);
    }
}
