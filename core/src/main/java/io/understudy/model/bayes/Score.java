package io.understudy.model.bayes;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What several variables tell of another together, as one number a row: the sum of what each code of each of them tells. A tree can ask
 * about it as about a variable that is ordered.
 *
 * @param variables whose codes have points; positions in the domain
 * @param points    by place in {@code variables} and code, in units of 2^-{@value #BITS} codes of the score; those of the first
 *                  variable count from the middle of its range
 */
record Score(int[] variables, int[][] points) implements Serializable {
    /** How many codes a score has. */
    static final int SIZE = 1 << 12;

    static final int BITS = 8;

    private static final int NONE = -1;

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
        return of(columns, new int[rows]);
    }

    /** The same, written into an array of one number a row, whatever these were; returns it. */
    int[] of(int[][] columns, int[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0; i + 1 < variables.length; i += 2) {
            add(points[i], columns[variables[i]], points[i + 1], columns[variables[i + 1]], sums);
        }
        if (variables.length % 2 == 1) {
            int last = variables.length - 1;
            add(points[last], columns[variables[last]], sums);
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] = code(sums[row]);
        }
        return sums;
    }

    private static void add(int[] ofCode, int[] codes, int[] sums) {
        for (int row = 0; row < sums.length; row++) {
            sums[row] += ofCode[codes[row]];
        }
    }

    /** Two variables at a time, so that sums are read and written half as often. */
    private static void add(int[] ofCode, int[] codes, int[] ofOther, int[] others, int[] sums) {
        for (int row = 0; row < sums.length; row++) {
            sums[row] += ofCode[codes[row]] + ofOther[others[row]];
        }
    }

    private static int code(int sum) {
        return Math.max(0, Math.min(SIZE - 1, sum >> BITS));
    }

    /** Codes of so many rows, none of which is known. */
    static int[] none(int rows) {
        int[] none = new int[rows];
        Arrays.fill(none, NONE);
        return none;
    }

    /**
     * Adds the codes of rows {@code from .. to-1} of an order that are not known yet.
     *
     * @param known by row; see {@link #none}
     */
    void complete(int[][] columns, int[] order, int from, int to, int[] known) {
        for (int at = from; at < to; at++) {
            int row = order[at];
            if (known[row] == NONE) {
                int sum = 0;
                for (int i = 0; i < variables.length; i++) {
                    sum += points[i][columns[variables[i]][row]];
                }
                known[row] = code(sum);
            }
        }
    }
}
