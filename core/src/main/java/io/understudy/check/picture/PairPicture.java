package io.understudy.check.picture;

import java.io.Serializable;

/**
 * Two columns against each other. Counts are row-major: the second column varies fastest.
 *
 * @param first     name of the column down the side
 * @param second    name of the column along the bottom
 * @param rows      groups of the first
 * @param columns   groups of the second
 * @param train     rows that were learned from; 0 too where fewer than k are in a cell
 * @param synthetic synthetic rows
 */
public record PairPicture(String first, String second, Scale rows, Scale columns, long[] train, long[] synthetic)
        implements Serializable {

    /** The subject of the findings about this pair. */
    public String subject() {
        return first + " × " + second;
    }
}
