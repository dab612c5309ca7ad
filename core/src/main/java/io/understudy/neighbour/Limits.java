package io.understudy.neighbour;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What of the rows near each query is asked: the less, the sooner a search is done with it. What is asked is answered
 * exactly, by the parts of a reference together as by the whole.
 *
 * @param nearest how many nearest rows are asked for, 1 or 2; with 1, neither the second nor ties nor the witness are known
 * @param enough  by query: where the last of these rows is no farther than this, nothing but that is known; -1 for none
 * @param reach   by query: where it is farther than this, nothing but that is known; -1 where nothing is asked
 */
public record Limits(int nearest, int[] enough, int[] reach) {

    /** The nearest rows of so many queries, however far. */
    public static Limits of(int nearest, int rows) {
        return new Limits(nearest, filled(rows, -1), filled(rows, Space.NONE));
    }

    /** An array of one number. */
    public static int[] filled(int rows, int number) {
        int[] filled = new int[rows];
        Arrays.fill(filled, number);
        return filled;
    }

    /** Whether any row is within reach of each query. */
    public static Limits within(int[] reach) {
        return new Limits(1, reach, reach);
    }

    /** The greatest distance at which a row still matters to a query: it ties with the nearest, or is second. */
    int of(Neighbours found, int query) {
        int last = nearest == 1 ? found.nearest(query) : found.second(query);
        if (last <= enough[query]) {
            return -1;
        }
        return Math.min(reach[query], nearest > 1 && found.nearest(query) == last ? last : last - 1);
    }

    /** How tables are looked up one after the other: what to ask of the next in view of what was found before. */
    @FunctionalInterface
    public interface Choice extends Serializable {
        /**
         * Decides for the rows of a block.
         *
         * @param rows   how many there are
         * @param before what was found in the tables before
         */
        Limits limits(int rows, Nearest before);
    }
}
