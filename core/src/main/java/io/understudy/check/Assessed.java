package io.understudy.check;

import io.understudy.neighbour.Search;
import io.understudy.neighbour.Space;
import io.understudy.stat.Table;

/**
 * The three tables of every assessment, coded alike at a resolution much finer than a model's.
 *
 * @param space     what the codes mean: numbers, rank positions, labels
 * @param train     rows the model was fitted on
 * @param holdout   rows of the same source that the model never saw: the baseline
 * @param synthetic rows to be released
 * @param search    who finds nearest neighbours between such tables
 */
public record Assessed(Space space, Table train, Table holdout, Table synthetic, Search search) {}
