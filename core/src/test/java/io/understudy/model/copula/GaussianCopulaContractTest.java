package io.understudy.model.copula;

import io.understudy.model.Estimator;
import io.understudy.model.Model;
import io.understudy.model.ModelContract;
import java.util.List;

class GaussianCopulaContractTest extends ModelContract {
    @Override
    protected Estimator<? extends Model> estimator() {
        return new CopulaEstimator();
    }

    @Override
    protected Estimator<? extends Model> estimator(List<Integer> leading) {
        return new CopulaEstimator(leading);
    }
}
