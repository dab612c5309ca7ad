package io.understudy.codec;

import java.io.Serializable;

/** Writes made-up texts of one shape. */
sealed interface ShapeWriter extends Serializable permits ExactWriter, CoarseWriter {

    static ShapeWriter of(String shape) {
        return Shape.isCoarse(shape) ? new CoarseWriter(shape) : new ExactWriter(shape);
    }

    /** A text that is a function of 64 random bits. */
    String write(long bits);

    /** How many distinct texts {@link #number} can write; 0 where there are more than can be counted. */
    long capacity();

    /** The text of a number below {@link #capacity}: different numbers give different texts. */
    String number(long index);

    /** How many characters there are to stand for a class. */
    static int radix(char kind) {
        return switch (kind) {
            case 'A', 'a' -> 26;
            case '9' -> 10;
            case 'h', 'H' -> 16;
            default -> 1;
        };
    }

    /** One of the characters of a class. */
    static char letter(char kind, long index) {
        return switch (kind) {
            case '9' -> (char) ('0' + index);
            case 'h' -> "0123456789abcdef".charAt((int) index);
            case 'H' -> "0123456789ABCDEF".charAt((int) index);
            default -> (char) (kind + index);
        };
    }
}
