package io.understudy.codec;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.Arrays;

/** Writes made-up texts of one shape. */
abstract sealed class ShapeWriter implements Serializable {
    private static final long serialVersionUID = 1L;
    static final int LETTERS = 26;
    static final int DIGITS = 10;

    static ShapeWriter of(String shape) {
        return Shape.isCoarse(shape) ? new Coarse(shape) : new Exact(shape);
    }

    /** A text that is a function of 64 random bits. */
    abstract String write(long bits);

    /** How many distinct texts {@link #number} can write, at most 2^62; 0 where it cannot count them. */
    long capacity() {
        return 0;
    }

    /** The text of a number below {@link #capacity}: different numbers give different texts. */
    String number(long index) {
        throw new UnsupportedOperationException("texts of a coarse shape are not numbered: " + index);
    }

    private static int radix(char kind) {
        return kind == '9' ? DIGITS : LETTERS;
    }

    private static char first(char kind) {
        return kind == '9' ? '0' : kind;
    }

    /** Fills in a letter or digit for every class of an exact shape. */
    private static final class Exact extends ShapeWriter {
        private static final long serialVersionUID = 1L;
        private static final long MAX_CAPACITY = 1L << 62;

        private final char[] template;
        private final boolean[] free;
        private final long capacity;

        Exact(String shape) {
            char[] marks = new char[shape.length()];
            boolean[] open = new boolean[shape.length()];
            int length = 0;
            for (int i = 0; i < shape.length(); i++) {
                boolean literal = Shape.isLiteral(shape.charAt(i));
                char c = shape.charAt(literal ? ++i : i);
                open[length] = !literal && (c == 'A' || c == 'a' || c == '9');
                marks[length++] = c;
            }
            template = Arrays.copyOf(marks, length);
            free = Arrays.copyOf(open, length);
            capacity = count();
        }

        private long count() {
            long texts = 1;
            for (int i = 0; i < template.length; i++) {
                int radix = free[i] ? radix(template[i]) : 1;
                if (texts > MAX_CAPACITY / radix) {
                    return MAX_CAPACITY;
                }
                texts *= radix;
            }
            return texts;
        }

        @Override
        String write(long bits) {
            char[] text = template.clone();
            for (int i = 0; i < text.length; i++) {
                if (free[i]) {
                    text[i] = (char) (first(text[i]) + Hash.below(Hash.combine(bits, i), radix(text[i])));
                }
            }
            return new String(text);
        }

        @Override
        long capacity() {
            return capacity == MAX_CAPACITY ? 0 : capacity;
        }

        @Override
        String number(long index) {
            char[] text = template.clone();
            long rest = index;
            for (int i = text.length - 1; i >= 0; i--) {
                if (free[i]) {
                    int radix = radix(text[i]);
                    text[i] = (char) (first(text[i]) + rest % radix);
                    rest /= radix;
                }
            }
            return new String(text);
        }
    }

    /** Makes up words of the classes that a coarse shape has. */
    private static final class Coarse extends ShapeWriter {
        private static final long serialVersionUID = 1L;
        private static final int SHORTEST_WORD = 2;
        private static final int WORD_LENGTHS = 8;
        private static final int NUMBERS_IN = 8;

        private final int shortest;
        private final int longest;
        private final boolean blanks;
        private final boolean upper;
        private final boolean lower;
        private final boolean digits;

        Coarse(String shape) {
            longest = Shape.length(shape);
            int below = longest;
            while (below > 0 && Shape.bucket(below) == longest) {
                below--;
            }
            shortest = Math.min(longest, below + 1);
            blanks = Shape.has(shape, ' ');
            digits = Shape.has(shape, '9');
            upper = Shape.has(shape, 'A');
            lower = Shape.has(shape, 'a') || !(upper || digits);
        }

        @Override
        String write(long bits) {
            int length = shortest + (int) Hash.below(bits, longest - shortest + 1L);
            StringBuilder text = new StringBuilder(length);
            for (long word = 0; text.length() < length; word++) {
                long draw = Hash.combine(bits, word);
                int size = blanks ? SHORTEST_WORD + (int) Hash.below(draw, WORD_LENGTHS) : length;
                append(text, draw, Math.min(size, length - text.length()));
                if (text.length() < length - 1) {
                    text.append(' ');
                }
            }
            return text.toString();
        }

        private void append(StringBuilder text, long word, int size) {
            long draw = Hash.mix(word);
            boolean number = digits && (!(upper || lower) || Hash.below(draw, NUMBERS_IN) == 0);
            boolean capital = upper && text.isEmpty();
            for (int i = 0; i < size; i++) {
                char kind = number ? '9' : (capital && i == 0) || !lower ? 'A' : 'a';
                text.append((char) (first(kind) + Hash.below(Hash.combine(draw, i), radix(kind))));
            }
        }
    }
}
