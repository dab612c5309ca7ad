package io.understudy.neighbour;

import io.understudy.domain.Domain;
import java.io.Serializable;
import java.util.List;

/**
 * Gower's distance on codes (Gower 1971), in whole units so that ties and twins are exact.
 *
 * <p>A variable contributes 0 .. {@link #UNIT}: a nominal one 0 where codes agree and {@code UNIT} where not; an ordered
 * one the difference of rank positions among the real rows; a missing value is {@code UNIT} away from any value
 * and 0 from another missing one. The distance of two rows is the sum over variables: at most {@code width * UNIT}.
 *
 * @param domain the coded variables
 * @param axes   one per variable
 */
public record Space(Domain domain, List<Axis> axes) implements Serializable {
    /** What a complete disagreement in one variable adds to a distance. */
    public static final int UNIT = 1 << 16;

    /** A distance larger than any: no neighbour. */
    public static final int NONE = Integer.MAX_VALUE;

    /** The most variables whose distances stay below {@link #NONE}. */
    public static final int MAX_WIDTH = NONE / UNIT;

    public Space {
        axes = List.copyOf(axes);
        if (axes.size() != domain.width()) {
            throw new IllegalArgumentException(axes.size() + " axes for " + domain.width() + " variables");
        }
        if (domain.width() > MAX_WIDTH) {
            throw new IllegalArgumentException("distances over " + domain.width() + " variables overflow; at most "
                    + MAX_WIDTH + " can be compared, leave some columns out of the checks");
        }
    }

    /** What the codes of one variable mean. */
    public sealed interface Axis extends Serializable {}

    /** Labels. */
    public record Labels() implements Axis {}

    /** What zero means on an axis of numbers. */
    public enum Zero {
        /** Nothing: a difference can be said in parts of a value. */
        NOTHING,
        /** A point like any other, as among days and times. */
        ANY_POINT
    }

    /**
     * Numbers. Arrays have the variable's size; entries of the missing code (0, where the variable has one) are unused.
     *
     * @param positions mid-rank of each code, 0 .. {@link Space#UNIT}, non-decreasing; among training and holdout rows
     *                  together, since ranks that resolve one table better than the other favour it in every comparison
     * @param numbers   the value of each code (the middle of its cell where it stands for several), non-decreasing
     * @param zero      what it means
     */
    public record Numbers(int[] positions, double[] numbers, Zero zero) implements Axis {
        public Numbers(int[] positions, double[] numbers) {
            this(positions, numbers, Zero.NOTHING);
        }
    }
}
