package io.understudy.neighbour;

import java.io.Serializable;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where the variables of a row lie in words that compare many of them at a time.
 *
 * <p>A row has its labels packed into words, each in a field with a guard bit of 0 above it: adding a field of ones to the
 * difference of two words sets the guard of every field that differs, and one population count counts them (Warren,
 * Hacker's Delight, section 6-1). Its numbers are coordinates, those with most codes first: they tell most rows apart.
 *
 * <p>A box has sets of labels, one bit a code modulo 64: a population count of what a row shares with them counts the
 * labels that the box may hold. For every number there is one more bit, set where some row lacks it.
 */
final class Layout implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WORD = Long.SIZE;

    private final int[] labels;
    private final int[] numbers;
    /** By label: the position of its field, {@code word * 64 + bit}. */
    private final int[] fields;
    /** By label and then by number: the position of the first bit of its set. */
    private final int[] sets;
    /** By label: how many bits its set has. */
    private final int[] setSizes;
    /** By label: how many codes it has. */
    private final int[] sizes;

    private final int setWords;
    /** By word of packed labels: all fields full of ones. */
    private final long[] ones;

    Layout(Metric metric) {
        labels = variables(metric, true);
        numbers = variables(metric, false);
        fields = new int[labels.length];
        sets = new int[labels.length + numbers.length];
        setSizes = new int[labels.length];
        sizes = IntStream.of(labels).map(metric::size).toArray();
        Cursor packed = new Cursor();
        Cursor boxed = new Cursor();
        for (int i = 0; i < labels.length; i++) {
            fields[i] = packed.take(bits(sizes[i]) + 1);
            setSizes[i] = Math.min(sizes[i], WORD);
            sets[i] = boxed.take(setSizes[i]);
        }
        for (int i = labels.length; i < sets.length; i++) {
            sets[i] = boxed.take(1);
        }
        setWords = boxed.words();
        ones = new long[packed.words()];
        for (int i = 0; i < labels.length; i++) {
            ones[fields[i] / WORD] |= ((1L << bits(sizes[i])) - 1) << fields[i];
        }
    }

    private static int[] variables(Metric metric, boolean labels) {
        return IntStream.range(0, metric.width())
                .filter(v -> metric.labels(v) == labels)
                .boxed()
                .sorted(Comparator.comparingInt(v -> -metric.size(v)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How many bits hold the codes below a size. */
    private static int bits(int size) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(size - 1));
    }

    /** Hands out runs of bits that do not straddle words. */
    private static final class Cursor {
        private int next;

        int take(int bits) {
            int first = next % WORD + bits > WORD ? (next / WORD + 1) * WORD : next;
            next = first + bits;
            return first;
        }

        int words() {
            return (next + WORD - 1) / WORD;
        }
    }

    /** Words of packed labels a row has. */
    int words() {
        return ones.length;
    }

    /** Words of sets a box has. */
    int setWords() {
        return setWords;
    }

    /** How many variables are numbers. */
    int numbers() {
        return numbers.length;
    }

    /** The variable that is a number in the layout's order. */
    int number(int index) {
        return numbers[index];
    }

    /** The place of a variable among the numbers, -1 for a label. */
    int place(int variable) {
        return IntStream.range(0, numbers.length)
                .filter(i -> numbers[i] == variable)
                .findFirst()
                .orElse(-1);
    }

    /** The position of the first bit of a variable's set in the sets of a box. */
    int set(int variable) {
        int place = place(variable);
        return place >= 0
                ? sets[labels.length + place]
                : sets[
                        IntStream.range(0, labels.length)
                                .filter(i -> labels[i] == variable)
                                .findFirst()
                                .orElseThrow()];
    }

    /** Packs the labels of a row whose coordinates begin at {@code at} into words that are 0. */
    void pack(int[] cells, int at, long[] into, int to) {
        for (int i = 0; i < labels.length; i++) {
            into[to + fields[i] / WORD] |= (long) cells[at + labels[i]] << fields[i];
        }
    }

    /** Sets the guards of the labels in which two rows differ, by one of their words and the same word of the other. */
    long differing(int word, long a, long b) {
        return (a ^ b) + ones[word];
    }

    /** What of rows and boxes counts where only some variables do. */
    Columns columns(IntPredicate counts) {
        Columns columns = new Columns(new long[ones.length], new long[setWords], new boolean[numbers.length]);
        for (int i = 0; i < labels.length; i++) {
            if (counts.test(labels[i])) {
                mark(fields[i] + bits(sizes[i]), columns.guards(), 0);
                columns.sets()[sets[i] / WORD] |= -1L >>> (WORD - setSizes[i]) << sets[i];
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            columns.numbers()[i] = counts.test(numbers[i]);
            if (columns.numbers()[i]) {
                mark(sets[labels.length + i], columns.sets(), 0);
            }
        }
        return columns;
    }

    /** Adds to the sets at {@code to} the labels of a row and which of its numbers are missing. */
    void mark(int[] cells, int at, long[] into, int to) {
        for (int i = 0; i < labels.length; i++) {
            mark(sets[i] + cells[at + labels[i]] % setSizes[i], into, to);
        }
        for (int i = 0; i < numbers.length; i++) {
            if (cells[at + numbers[i]] == Metric.MISSING) {
                mark(sets[labels.length + i], into, to);
            }
        }
    }

    private static void mark(int position, long[] into, int to) {
        into[to + position / WORD] |= 1L << position;
    }
}
