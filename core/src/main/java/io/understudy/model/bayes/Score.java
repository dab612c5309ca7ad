package io.understudy.model.bayes;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What several variables tell of another together, as one number a row: the sum of what each code of each of them tells. A tree can ask
 * about it as about a variable that is ordered.
 *
 * @param variables whose codes have points; positions in the domain
 * @param points    by place in {@code variables} and code, in units of 2^-{@value #BITS} codes of the score
 */
record Score(int[] variables, int[][] points) implements Serializable {
    /** How many codes a score has. */
    static final int SIZE = 1 << 12;

    static final int BITS = 8;

    /** The variables that it rests on, those first that tell most. */
    List<Integer> restsOn() {
        return Arrays.stream(variables).boxed().toList();
    }

    /**
     * The code of each row, 0 .. {@link #SIZE}-1.
     *
     * @param columns codes, shape (variables, rows); only those that the score rests on are read
     */
    int[] of(int[][] columns, int rows) {
        int[] sums = new int[rows];
        for (int i = 0; i < variables.length; i++) {
            int[] ofCode = points[i];
            int[] codes = columns[variables[i]];
            for (int row = 0; row < rows; row++) {
                sums[row] += ofCode[codes[row]];
            }
        }
        for (int row = 0; row < rows; row++) {
            sums[row] = Math.max(0, Math.min(SIZE - 1, sums[row] >> BITS));
        }
        return sums;
    }
}
