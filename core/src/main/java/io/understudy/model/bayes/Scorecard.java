package io.understudy.model.bayes;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A sum of points that each of several variables gives a row by its code, cut into ordered classes: one question that a
 * tree may ask about many variables at once. Where a variable is close to a sum of others, or many of them tell a little
 * each, single questions would halve the rows again and again before they came near to it.
 *
 * @param variables  whose codes give points
 * @param points     by variable and code
 * @param thresholds ascending; class {@code c} is reached from threshold {@code c-1} on
 */
record Scorecard(int[] variables, int[][] points, int[] thresholds) implements Serializable {
    /** Gives no points and has one class. */
    static final Scorecard NONE = new Scorecard(new int[0], new int[0][], new int[0]);

    /** Whether all rows are alike to it. */
    boolean isNone() {
        return variables.length == 0;
    }

    /** How many classes there are. */
    int classes() {
        return thresholds.length + 1;
    }

    /**
     * Writes the class of each row.
     *
     * @param columns codes, shape (variables, rows); only those of this card's variables are read
     */
    void classify(int[][] columns, int[] into, int rows) {
        add(columns, into, rows);
        for (int row = 0; row < rows; row++) {
            into[row] = classOf(into[row]);
        }
    }

    /** Writes the points of each row. */
    void add(int[][] columns, int[] into, int rows) {
        Arrays.fill(into, 0, rows, 0);
        for (int i = 0; i < variables.length; i++) {
            int[] codes = columns[variables[i]];
            int[] ofCode = points[i];
            for (int row = 0; row < rows; row++) {
                into[row] += ofCode[codes[row]];
            }
        }
    }

    /** How many thresholds are not above a number of points, by a binary search without branches on them. */
    int classOf(int sum) {
        int reached = 0;
        for (int left = thresholds.length; left > 0; ) {
            int half = (left + 1) >>> 1;
            reached += half & ~((sum - thresholds[reached + half - 1]) >> (Integer.SIZE - 1));
            left -= half;
        }
        return reached;
    }
}
