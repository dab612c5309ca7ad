package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import java.io.Serializable;

/** How one column is coded for checks. */
sealed interface AssessedColumn extends Serializable permits AssessedForm, AssessedKeys, AssessedTexts {

    Variable variable();

    void encode(RawColumn from, int rows, int[] into);

    /** Mid-rank of each code in the training distribution; empty where codes have no order. */
    int[] positions();

    /** The number each code stands for; empty where codes have no order. */
    double[] numbers();
}
