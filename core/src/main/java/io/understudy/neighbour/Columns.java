package io.understudy.neighbour;

import java.util.Arrays;

/**
 * Some of a table's columns in the words of a {@link Layout}: what of a row and of a box counts in a distance on them.
 *
 * @param guards  by word of packed labels: the guards of the labels that count
 * @param sets    by word of a box's sets: the bits of the columns that count
 * @param numbers by number in the layout's order: whether it counts
 */
record Columns(long[] guards, long[] sets, boolean[] numbers) {

    /** What one number adds to a distance at most. */
    int cap(int number) {
        return numbers[number] ? Space.UNIT : 0;
    }

    /** Those at some positions in the space. */
    static Columns of(Layout layout, int[] positions) {
        return layout.columns(variable -> Arrays.stream(positions).anyMatch(position -> position == variable));
    }
}
