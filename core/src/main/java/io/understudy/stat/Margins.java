package io.understudy.stat;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many rows of a table are to meet each of some properties, which one row can have together.
 *
 * @param sets    by kind of row, all different: bit i is set where rows of the kind have property i
 * @param amounts by property: how many rows are to have it, from 0 up to {@code total}
 * @param total   how many rows there are to be
 */
public record Margins(long[] sets, long[] amounts, long total) {

    /** Whether rows of a kind have a property. */
    boolean has(int kind, int property) {
        return (sets[kind] >>> property & 1) != 0;
    }

    /**
     * Whether numbers of rows are exactly what is asked for.
     *
     * @param rows by kind
     */
    public boolean metBy(long[] rows) {
        long[] left = amounts.clone();
        long all = total;
        for (int kind = 0; kind < sets.length; kind++) {
            if (rows[kind] < 0) {
                return false;
            }
            all -= rows[kind];
            for (int property = 0; property < left.length; property++) {
                left[property] -= has(kind, property) ? rows[kind] : 0;
            }
        }
        return all == 0 && Arrays.stream(left).allMatch(amount -> amount == 0);
    }

    /**
     * Whole numbers of rows that are exactly what is asked for, near to the table of these margins that is nearest to a model
     * (see {@link ProportionalFit}).
     *
     * @param chances of the kinds in the model, positive, up to a common factor
     * @return by kind; empty where none were found, because there are none, or few that leave most kinds without rows
     */
    public Optional<long[]> allotted(double[] chances) {
        if (sets.length == 0) {
            return Optional.empty();
        }
        return new Allotment(this, ProportionalFit.of(this, chances)).rows();
    }
}
