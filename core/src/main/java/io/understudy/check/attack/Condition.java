package io.understudy.check.attack;

import io.understudy.domain.Variable;
import java.io.Serializable;

/**
 * A condition on one variable: that its code lies in a run of codes. Runs may wrap around the whole of the integers, so
 * that "not equal" is a run like any other and every condition costs one subtraction and one comparison.
 *
 * @param variable position in the domain
 * @param first    first code of the run
 * @param span     unsigned: how many codes follow the first
 */
record Condition(int variable, int first, int span) implements Serializable {
    private static final int NO_CODE = -1;

    static Condition equal(int variable, int code) {
        return new Condition(variable, code, 0);
    }

    /** Codes from {@code low} to {@code high}, none where those have passed each other; missing values, which have no order, are not among them. */
    static Condition between(int variable, int low, int high) {
        return low <= high ? new Condition(variable, low, high - low) : new Condition(variable, NO_CODE, 0);
    }

    static Condition atLeast(int variable, int code, Variable of) {
        return between(variable, code, of.size() - 1);
    }

    static Condition atMost(int variable, int code, Variable of) {
        return between(variable, of.missing() ? 1 : 0, code);
    }

    Condition not() {
        return new Condition(variable, first + span + 1, -2 - span);
    }

    boolean holds(int code) {
        return Integer.compareUnsigned(code - first, span) <= 0;
    }
}
