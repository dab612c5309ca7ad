package io.understudy.codec;

import io.understudy.random.Hash;
import java.util.Arrays;

/** Makes up words for a coarse shape: of its length, and of all the classes it has but no other. */
final class CoarseWriter implements ShapeWriter {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST_WORD = 2;
    private static final int WORD_LENGTHS = 8;
    /** 26 to this power fits a long. */
    private static final int MAX_DIGITS = 12;

    private final int shortest;
    private final int longest;

    /** Classes that open a text, and those that close it. */
    private final String head;

    private final String tail;

    /** The class that most of a text is written in. */
    private final char body;

    /** How many characters before the tail tell numbered texts apart. */
    private final int digits;

    private final long capacity;

    CoarseWriter(String shape) {
        longest = Shape.length(shape);
        int below = longest;
        while (below > 0 && Shape.bucket(below) == longest) {
            below--;
        }
        shortest = Math.min(longest, below + 1);
        head = present(shape, "Aa");
        tail = present(shape, " 9.");
        String main = present(shape, "aA9. ");
        body = main.isEmpty() ? 'a' : main.charAt(0);
        digits = Math.max(0, Math.min(MAX_DIGITS, shortest - head.length() - tail.length()));
        capacity = ShapeWriter.radix(body) == 1 ? 1 : power(ShapeWriter.radix(body), digits);
    }

    private static long power(long radix, int exponent) {
        return exponent == 0 ? 1 : radix * power(radix, exponent - 1);
    }

    private static String present(String shape, String classes) {
        StringBuilder present = new StringBuilder();
        for (int i = 0; i < classes.length(); i++) {
            if (Shape.has(shape, classes.charAt(i))) {
                present.append(classes.charAt(i));
            }
        }
        return present.toString();
    }

    @Override
    public String write(long bits) {
        int length = shortest + (int) Hash.below(bits, longest - shortest + 1L);
        char[] text = new char[length];
        Arrays.fill(text, body);
        if (tail.indexOf(' ') >= 0) {
            partWords(text, bits);
        }
        head.getChars(0, Math.min(length, head.length()), text, 0);
        tail.getChars(0, Math.min(length, tail.length()), text, Math.max(0, length - tail.length()));
        for (int i = 0; i < length; i++) {
            text[i] = ShapeWriter.letter(text[i], Hash.below(Hash.combine(bits, i), ShapeWriter.radix(text[i])));
        }
        return new String(text);
    }

    private static void partWords(char[] text, long bits) {
        long word = Hash.mix(bits);
        int at = SHORTEST_WORD + (int) Hash.below(word, WORD_LENGTHS);
        while (at < text.length) {
            text[at] = ' ';
            word = Hash.mix(word + at);
            at += 1 + SHORTEST_WORD + (int) Hash.below(word, WORD_LENGTHS);
        }
    }

    @Override
    public long capacity() {
        return capacity;
    }

    /** Texts of one length differ in the characters before the tail, which stand for the index. */
    @Override
    public String number(long index) {
        char[] text = write(Hash.mix(index)).toCharArray();
        long rest = index;
        int radix = ShapeWriter.radix(body);
        int end = text.length - Math.min(text.length, tail.length());
        for (int i = 0; i < digits && radix > 1; i++) {
            text[end - 1 - i] = ShapeWriter.letter(body, rest % radix);
            rest /= radix;
        }
        return new String(text);
    }
}
