package io.understudy.neighbour;

import java.io.Serializable;
import java.util.Comparator;
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

    private final int setWords;
    /** By word of packed labels: all fields full of ones, and their guards. */
    private final long[] ones;

    private final long[] guards;

    Layout(Metric metric) {
        labels = variables(metric, true);
        numbers = variables(metric, false);
        fields = new int[labels.length];
        sets = new int[labels.length + numbers.length];
        setSizes = new int[labels.length];
        Cursor packed = new Cursor();
        Cursor boxed = new Cursor();
        for (int i = 0; i < labels.length; i++) {
            fields[i] = packed.take(bits(metric.size(labels[i])) + 1);
            setSizes[i] = Math.min(metric.size(labels[i]), WORD);
            sets[i] = boxed.take(setSizes[i]);
        }
        for (int i = labels.length; i < sets.length; i++) {
            sets[i] = boxed.take(1);
        }
        setWords = boxed.words();
        ones = new long[packed.words()];
        guards = new long[packed.words()];
        for (int i = 0; i < labels.length; i++) {
            int bits = bits(metric.size(labels[i]));
            ones[fields[i] / WORD] |= ((1L << bits) - 1) << fields[i];
            guards[fields[i] / WORD] |= 1L << (fields[i] + bits);
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

    /** Packs the labels of a row whose coordinates begin at {@code at} into words that are 0. */
    void pack(int[] cells, int at, long[] into, int to) {
        for (int i = 0; i < labels.length; i++) {
            into[to + fields[i] / WORD] |= (long) cells[at + labels[i]] << fields[i];
        }
    }

    /** In how many labels two rows differ, by one of their words and the same word of the other. */
    int differing(int word, long a, long b) {
        return Long.bitCount(((a ^ b) + ones[word]) & guards[word]);
    }

    /**
     * Adds to the sets at {@code to} the labels of a row and which of its numbers are missing.
     *
     * @return how many bits the row has in them
     */
    int mark(int[] cells, int at, long[] into, int to) {
        for (int i = 0; i < labels.length; i++) {
            mark(sets[i] + cells[at + labels[i]] % setSizes[i], into, to);
        }
        int marks = labels.length;
        for (int i = 0; i < numbers.length; i++) {
            if (cells[at + numbers[i]] == Metric.MISSING) {
                mark(sets[labels.length + i], into, to);
                marks++;
            }
        }
        return marks;
    }

    private static void mark(int position, long[] into, int to) {
        into[to + position / WORD] |= 1L << position;
    }
}
