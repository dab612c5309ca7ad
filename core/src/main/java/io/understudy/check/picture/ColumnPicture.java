package io.understudy.check.picture;

import java.io.Serializable;

/**
 * One column of the three tables, counted in groups; every array has one entry a group of the scale.
 *
 * @param column    its name
 * @param scale     what the groups are
 * @param train     rows that were learned from
 * @param holdout   rows held out; together with {@code train} no interval holds fewer than k rows, unless it is empty
 * @param synthetic synthetic rows
 */
public record ColumnPicture(String column, Scale scale, long[] train, long[] holdout, long[] synthetic)
        implements Serializable {}
