package io.understudy.neighbour;

import java.util.Arrays;

/** One row that is asked about, in the words of a {@link Layout}; turned from row to row. */
final class Probe {
    final long[] labels;
    final int[] numbers;
    final long[] sets;
    /** What each number adds to the distance of a box at most: nothing where it is missing, for that the sets count. */
    final int[] caps;
    /** How many bits of {@link #sets} are set. */
    int marks;

    private final Layout layout;

    Probe(Layout layout) {
        this.layout = layout;
        labels = new long[layout.words()];
        numbers = new int[layout.numbers()];
        sets = new long[layout.setWords()];
        caps = new int[numbers.length];
    }

    /** Turns to the row whose coordinates begin at {@code at}. */
    void turn(int[] cells, int at) {
        Arrays.fill(labels, 0);
        Arrays.fill(sets, 0);
        layout.pack(cells, at, labels, 0);
        marks = layout.mark(cells, at, sets, 0);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = cells[at + layout.number(i)];
            caps[i] = numbers[i] == Metric.MISSING ? 0 : Space.UNIT;
        }
    }
}
