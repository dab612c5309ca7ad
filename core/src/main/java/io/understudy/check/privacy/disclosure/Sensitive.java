package io.understudy.check.privacy.disclosure;

import io.understudy.neighbour.Space;
import io.understudy.stat.Grouping;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * A sensitive column.
 *
 * @param variable position in the domain
 * @param ordered  whether its values have an order
 * @param groups   numbers in at most 20 groups of equal shares of the real rows, as synthpop does, missing by itself;
 *                 labels as they are
 */
record Sensitive(int variable, boolean ordered, Grouping groups) implements Serializable {
    private static final int GROUPS = 20;

    static Sensitive of(Space space, int variable) {
        int size = space.domain().size(variable);
        if (!(space.axes().get(variable) instanceof Space.Numbers numbers)) {
            return new Sensitive(variable, false, Grouping.identity(size));
        }
        boolean missing = space.domain().variable(variable).missing();
        int[] groups = IntStream.range(0, size)
                .map(code -> missing && code == 0 ? 0 : 1 + group(numbers.positions()[code]))
                .toArray();
        return new Sensitive(variable, true, new Grouping(groups, GROUPS + 1));
    }

    /** The same where the variable lies elsewhere. */
    Sensitive at(int position) {
        return new Sensitive(position, ordered, groups);
    }

    private static int group(int position) {
        return Math.min(GROUPS - 1, (int) ((long) position * GROUPS / Space.UNIT));
    }
}
