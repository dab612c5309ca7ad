package io.understudy.codec;

import io.understudy.random.Hash;
import java.util.Arrays;

/** Fills in a letter or digit for every class of an exact shape. */
final class ExactWriter implements ShapeWriter {
    private static final long serialVersionUID = 1L;
    private static final long MAX_CAPACITY = 1L << 62;

    /** What is written where nothing is free, and the class where something is. */
    private final char[] template;

    /** How many characters each position can have; 1 where it is literal. */
    private final int[] radices;

    private final long capacity;

    ExactWriter(String shape) {
        char[] marks = new char[shape.length()];
        int[] choices = new int[shape.length()];
        int length = 0;
        for (int i = 0; i < shape.length(); i++) {
            boolean literal = Shape.isLiteral(shape.charAt(i));
            char c = shape.charAt(literal ? ++i : i);
            choices[length] = literal ? 1 : ShapeWriter.radix(c);
            marks[length++] = c;
        }
        template = Arrays.copyOf(marks, length);
        radices = Arrays.copyOf(choices, length);
        capacity = count(radices);
    }

    private static long count(int[] radices) {
        long texts = 1;
        for (int radix : radices) {
            if (texts > MAX_CAPACITY / radix) {
                return 0;
            }
            texts *= radix;
        }
        return texts;
    }

    @Override
    public String write(long bits) {
        char[] text = template.clone();
        for (int i = 0; i < text.length; i++) {
            if (radices[i] > 1) {
                text[i] = ShapeWriter.letter(text[i], Hash.below(Hash.combine(bits, i), radices[i]));
            }
        }
        return new String(text);
    }

    @Override
    public long capacity() {
        return capacity;
    }

    @Override
    public String number(long index) {
        char[] text = template.clone();
        long rest = index;
        for (int i = text.length - 1; i >= 0; i--) {
            if (radices[i] > 1) {
                text[i] = ShapeWriter.letter(text[i], rest % radices[i]);
                rest /= radices[i];
            }
        }
        return new String(text);
    }
}
