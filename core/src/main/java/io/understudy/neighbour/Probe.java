package io.understudy.neighbour;

import java.util.Arrays;

/** One row that is asked about, in the words of a {@link Layout}; turned from row to row. */
final class Probe {
    final long[] labels;
    final int[] numbers;
    final long[] sets;
    /** What each number adds to the distance of a box at most: nothing where it is missing, for that the sets count. */
    final int[] caps;
    /** What each number adds to the distance of a row at most. */
    final int[] units;
    /** How many bits of {@link #sets} are set. */
    int marks;

    /** What counts of rows. */
    final Columns columns;

    private final Layout layout;

    /** One whose distances are over all columns. */
    Probe(Layout layout) {
        this(layout, layout.columns(variable -> true));
    }

    /** One whose distances are over some columns. */
    Probe(Layout layout, Columns columns) {
        this.layout = layout;
        this.columns = columns;
        labels = new long[layout.words()];
        numbers = new int[layout.numbers()];
        sets = new long[layout.setWords()];
        caps = new int[numbers.length];
        units = new int[numbers.length];
        Arrays.setAll(units, columns::cap);
    }

    /** Turns to the row whose coordinates begin at {@code at}. */
    void turn(int[] cells, int at) {
        Arrays.fill(labels, 0);
        Arrays.fill(sets, 0);
        layout.pack(cells, at, labels, 0);
        layout.mark(cells, at, sets, 0);
        marks = 0;
        for (int word = 0; word < sets.length; word++) {
            sets[word] &= columns.sets()[word];
            marks += Long.bitCount(sets[word]);
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = cells[at + layout.number(i)];
            caps[i] = numbers[i] == Metric.MISSING ? 0 : columns.cap(i);
        }
    }
}
