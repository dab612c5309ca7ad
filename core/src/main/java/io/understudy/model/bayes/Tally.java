package io.understudy.model.bayes;

import java.util.Arrays;

/**
 * The codes that occur among some rows, and how often.
 *
 * @param codes  ascending
 * @param counts rows of each, at least 1
 */
record Tally(int[] codes, int[] counts) {

    /**
     * Counts the codes of a run of rows.
     *
     * @param codeOfRow by row of the sample
     * @param rows      positions in the sample, of which {@code from .. to-1} are counted
     * @param zeros     one place a code; all zero, and left so
     */
    static Tally of(int[] codeOfRow, int[] rows, int from, int to, int[] zeros) {
        int[] codes = new int[Math.min(to - from, zeros.length)];
        int size = 0;
        for (int i = from; i < to; i++) {
            int code = codeOfRow[rows[i]];
            if (zeros[code]++ == 0) {
                codes[size++] = code;
            }
        }
        codes = Arrays.copyOf(codes, size);
        Arrays.sort(codes);
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            counts[i] = zeros[codes[i]];
            zeros[codes[i]] = 0;
        }
        return new Tally(codes, counts);
    }

    int size() {
        return codes.length;
    }
}
