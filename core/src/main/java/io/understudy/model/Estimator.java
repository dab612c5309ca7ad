package io.understudy.model;

import io.understudy.stat.Table;

/**
 * A model family with its settings chosen. Law: the fitted model is a function of the multiset of rows.
 *
 * @param <M> the family
 */
public interface Estimator<M extends Model> {
    M fit(Table table);
}
