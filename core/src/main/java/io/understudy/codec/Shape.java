package io.understudy.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a text looks like without what it says.
 *
 * <p>A shape is itself a text. In an exact one {@code A} stands for an upper-case letter, {@code a} for any other letter,
 * {@code 9} for a digit, and every other character for itself; {@code \} before a character makes it literal. Letters
 * that open a text and are followed by a number ({@code INV-0042}) are literal at first: {@code \I\N\V-9999}. Long
 * numbers to the base of 16 have shapes of their own, see {@link HexShape}. Texts of
 * more than {@value #MAX_EXACT} characters have a coarse shape, {@code ~length:classes}, with the length rounded up to a
 * bucket and the classes of characters that occur among {@code Aa9}, blank and {@code .} for anything else.
 *
 * <p>Law: {@link #coarser} leads from any shape in at most two steps to a coarse one, which has no coarser.
 */
public final class Shape {
    static final int MAX_EXACT = 40;
    static final int MAX_LENGTH = 2_048;
    private static final int MAX_PREFIX = 6;
    private static final char COARSE = '~';
    private static final char LITERAL = '\\';
    private static final String CLASSES = "Aa9 .";

    private Shape() {}

    /** The most detailed shape of a text. */
    public static String of(String text) {
        if (HexShape.fits(text)) {
            return HexShape.of(text);
        }
        if (text.length() > MAX_EXACT) {
            return coarse(text);
        }
        StringBuilder shape = new StringBuilder(text.length() + 2);
        int prefix = prefix(text);
        for (int i = 0; i < prefix; i++) {
            shape.append(LITERAL).append(text.charAt(i));
        }
        for (int i = prefix; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(shape, text.codePointAt(i));
        }
        return shape.toString();
    }

    /** The shape that takes in this one and others like it; empty for a coarse one. */
    public static Optional<String> coarser(String shape) {
        if (isCoarse(shape)) {
            return Optional.empty();
        }
        if (HexShape.is(shape)) {
            return Optional.of(HexShape.coarser(shape));
        }
        StringBuilder plain = new StringBuilder(shape.length());
        StringBuilder sample = new StringBuilder(shape.length());
        for (int i = 0; i < shape.length(); i++) {
            boolean literal = shape.charAt(i) == LITERAL;
            char c = shape.charAt(literal ? ++i : i);
            sample.append(c);
            append(plain, c);
        }
        boolean hadPrefix = plain.length() < shape.length();
        return Optional.of(hadPrefix ? plain.toString() : coarse(sample));
    }

    static boolean isCoarse(String shape) {
        return !shape.isEmpty() && shape.charAt(0) == COARSE;
    }

    static boolean isLiteral(char c) {
        return c == LITERAL;
    }

    /** Where in an exact shape each position of its texts is written. */
    static int[] positions(String shape) {
        int[] positions = new int[shape.length()];
        int length = 0;
        for (int i = 0; i < shape.length(); i++) {
            positions[length++] = i;
            i += shape.charAt(i) == LITERAL ? 1 : 0;
        }
        return Arrays.copyOf(positions, length);
    }

    /** An exact shape with literal zeros in place of some positions that are no signs. */
    static String literal(String shape, int from, int count) {
        int[] positions = positions(shape);
        if (from < 0 || from + count > positions.length) {
            return shape;
        }
        int after = from + count < positions.length ? positions[from + count] : shape.length();
        return shape.substring(0, positions[from]) + (LITERAL + "0").repeat(count) + shape.substring(after);
    }

    /** A shape of texts like these, but longer: by one letter or digit more, or for a coarse shape by a bucket. */
    static String longer(String shape) {
        if (isCoarse(shape)) {
            return COARSE + Integer.toString(bucket(length(shape) + 1)) + shape.substring(shape.indexOf(':'));
        }
        char last = '9';
        for (int i = 0; i < shape.length(); i++) {
            if (shape.charAt(i) == LITERAL) {
                i++;
            } else if (ShapeWriter.radix(shape.charAt(i)) > 1) {
                last = shape.charAt(i);
            }
        }
        return shape + last;
    }

    /** The longest text that a coarse shape stands for. */
    static int length(String coarse) {
        return Integer.parseInt(coarse.substring(1, coarse.indexOf(':')));
    }

    /** Whether characters of a class occur in texts of a coarse shape. */
    static boolean has(String coarse, char kind) {
        return coarse.indexOf(kind, coarse.indexOf(':')) >= 0;
    }

    /** The end of the bucket of lengths that a length falls into: 0, 1, 2, 3, 4, 6, 8, 12, 16, 24, ... */
    static int bucket(int length) {
        int capped = Math.min(length, MAX_LENGTH);
        if (capped < 3) {
            return capped;
        }
        int power = Integer.highestOneBit(capped - 1);
        return capped <= power + power / 2 ? power + power / 2 : 2 * power;
    }

    /** The coarse shape of a text, whatever its length. */
    static String coarse(CharSequence text) {
        return COARSE + Integer.toString(bucket(text.length())) + ':' + classes(text);
    }

    private static String classes(CharSequence text) {
        boolean[] seen = new boolean[CLASSES.length()];
        for (int i = 0; i < text.length(); i++) {
            int kind = CLASSES.indexOf(kind(text.charAt(i)));
            seen[kind < 0 ? CLASSES.length() - 1 : kind] = true;
        }
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < seen.length; i++) {
            if (seen[i]) {
                classes.append(CLASSES.charAt(i));
            }
        }
        return classes.toString();
    }

    /** How many letters open the text and lead up to a number, with at most one sign between; 0 where none do. */
    private static int prefix(String text) {
        int letters = 0;
        while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        boolean number = digitAt(text, letters) || digitAt(text, letters + 1);
        return letters <= MAX_PREFIX && number ? letters : 0;
    }

    private static boolean digitAt(String text, int position) {
        return position < text.length() && Character.isDigit(text.charAt(position));
    }

    private static void append(StringBuilder shape, int c) {
        int kind = kind(c);
        if (kind == LITERAL || kind == COARSE) {
            shape.append(LITERAL);
        }
        shape.appendCodePoint(kind);
    }

    /** The character that stands for a character. */
    private static int kind(int c) {
        if (Character.isUpperCase(c)) {
            return 'A';
        }
        if (Character.isLetter(c)) {
            return 'a';
        }
        return Character.isDigit(c) ? '9' : c;
    }
}
