package io.understudy.neighbour;

import io.understudy.domain.Variable;
import java.io.Serializable;

/**
 * A condition on one variable: that its code lies in a run of codes. Runs may wrap around the whole of the integers, so
 * that "not equal" is a run like any other and every condition costs one subtraction and one comparison.
 *
 * @param variable position in the domain
 * @param first    first code of the run
 * @param span     unsigned: how many codes follow the first, at most 2^32 - 2: some integer does not meet it
 */
public record Condition(int variable, int first, int span) implements Serializable {
    private static final int NO_CODE = -1;

    /** This code. */
    public static Condition equal(int variable, int code) {
        return new Condition(variable, code, 0);
    }

    /** Codes from {@code low} to {@code high}, none where those have passed each other; missing values, which have no order, are not among them. */
    public static Condition between(int variable, int low, int high) {
        return low <= high ? new Condition(variable, low, high - low) : new Condition(variable, NO_CODE, 0);
    }

    /** This code and all above it. */
    public static Condition atLeast(int variable, int code, Variable of) {
        return between(variable, code, of.size() - 1);
    }

    /** This code and all below it but that of missing values. */
    public static Condition atMost(int variable, int code, Variable of) {
        return between(variable, of.missing() ? 1 : 0, code);
    }

    /** What holds of all other codes. */
    public Condition not() {
        return new Condition(variable, first + span + 1, -2 - span);
    }

    /** Whether a code meets it. */
    public boolean holds(int code) {
        return Integer.compareUnsigned(code - first, span) <= 0;
    }

    /** The least code that meets it, as far as those that do lie side by side below {@code size}; {@code size} without any. */
    public int low(int size) {
        return (int) Math.min(Integer.toUnsignedLong(first), size);
    }

    /** The greatest such code; one below {@link #low} without any. */
    public int high(int size) {
        return (int) Math.min(last(), size - 1);
    }

    /** Whether those that meet it do not lie side by side, since the run goes on from the first code. */
    public boolean wraps() {
        return last() >> Integer.SIZE != 0;
    }

    private long last() {
        return Integer.toUnsignedLong(first) + Integer.toUnsignedLong(span);
    }
}
