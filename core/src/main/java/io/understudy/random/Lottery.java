package io.understudy.random;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Draws of an index in proportion to weights, by inversion.
 *
 * @param upTo the sum of the weights up to and with each index
 */
public record Lottery(double[] upTo) implements Serializable {

    /**
     * A lottery by weights.
     *
     * @param weights not negative, one of them at least positive
     */
    public static Lottery of(double[] weights) {
        double[] upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
        if (!(sum > 0) || sum == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("weights must have a positive, finite sum, got " + sum);
        }
        return new Lottery(upTo);
    }

    /** An index of positive weight, by a uniform number in [0, 1). */
    public int draw(double uniform) {
        double point = uniform * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, point);
        int at = found < 0 ? -found - 1 : found + 1;
        while (at < upTo.length && upTo[at] <= point) {
            at++;
        }
        return Math.min(at, last());
    }

    /** The last index of positive weight: where rounding would lead beyond. */
    private int last() {
        int last = upTo.length - 1;
        while (last > 0 && upTo[last - 1] == upTo[last]) {
            last--;
        }
        return last;
    }
}
