package io.understudy.jobs.personal;

import java.util.function.UnaryOperator;

/**
 * A star for every letter and digit; length and everything between them stay.
 *
 * @param last how many of the last letters and digits stay
 */
record Mask(int last) implements UnaryOperator<String> {

    @Override
    public String apply(String text) {
        int[] points = text.codePoints().toArray();
        int left = last;
        for (int i = points.length - 1; i >= 0; i--) {
            if (Character.isLetterOrDigit(points[i]) && left-- <= 0) {
                points[i] = '*';
            }
        }
        return new String(points, 0, points.length);
    }
}
