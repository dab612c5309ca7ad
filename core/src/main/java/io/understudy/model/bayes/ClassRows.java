package io.understudy.model.bayes;

import java.util.Arrays;

/**
 * Rows of a rare class, counted.
 *
 * @param byLeaf how many reach each leaf of the variable's ordinary tree
 * @param byCode how many have each code of the variable
 */
record ClassRows(long[] byLeaf, long[] byCode) {
    long rows() {
        return Arrays.stream(byCode).sum();
    }
}
