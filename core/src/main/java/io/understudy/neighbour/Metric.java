package io.understudy.neighbour;

import io.understudy.domain.Block;
import java.io.Serializable;

/**
 * Gower's distance as arithmetic without branches: every code becomes a coordinate, and a variable contributes
 * {@code min(|a - b|, cap) << shift}.
 *
 * <p>For labels the coordinate is the code and the difference is capped at 1. For numbers it is the rank position, and a
 * missing one lies so far beyond the last position that the cap of one {@link Space#UNIT} takes effect.
 */
final class Metric implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int UNIT_BITS = Integer.numberOfTrailingZeros(Space.UNIT);
    /** The coordinate of a number that is missing. */
    static final int MISSING = 3 * Space.UNIT;

    private final int[][] coordinates;
    private final int[] caps;
    private final int[] shifts;
    private final int[] sizes;

    Metric(Space space) {
        int width = space.domain().width();
        coordinates = new int[width][];
        caps = new int[width];
        shifts = new int[width];
        sizes = new int[width];
        for (int v = 0; v < width; v++) {
            coordinates[v] = coordinates(space, v);
            sizes[v] = space.domain().size(v);
            caps[v] = labels(space, v) ? 1 : Space.UNIT;
            shifts[v] = labels(space, v) ? UNIT_BITS : 0;
        }
    }

    private static boolean labels(Space space, int variable) {
        return space.axes().get(variable) instanceof Space.Labels;
    }

    /** Coordinate of each code; empty where the code itself is the coordinate. */
    private static int[] coordinates(Space space, int variable) {
        if (!(space.axes().get(variable) instanceof Space.Numbers numbers)) {
            return new int[0];
        }
        int[] positions = numbers.positions().clone();
        if (space.domain().variable(variable).missing()) {
            positions[0] = MISSING;
        }
        return positions;
    }

    int width() {
        return caps.length;
    }

    /** How many codes a variable has. */
    int size(int variable) {
        return sizes[variable];
    }

    boolean labels(int variable) {
        return shifts[variable] != 0;
    }

    /** Whether a number is missing in some rows: then code 0 says so. */
    boolean missing(int variable) {
        return !labels(variable) && coordinates[variable][0] == MISSING;
    }

    /** The coordinate of one code. */
    int coordinate(int variable, int code) {
        return labels(variable) ? code : coordinates[variable][code];
    }

    /** The coordinates of a block's rows, row by row, written to {@code into} from row {@code at}. */
    void read(Block block, int[] into, int at) {
        int[] codes = new int[block.rows()];
        for (int v = 0; v < caps.length; v++) {
            block.read(v, codes);
            int[] map = coordinates[v];
            for (int row = 0; row < codes.length; row++) {
                into[(at + row) * caps.length + v] = map.length == 0 ? codes[row] : map[codes[row]];
            }
        }
    }

    /** The coordinates of one variable of a block's rows. */
    int[] column(Block block, int variable) {
        int[] column = block.read(variable, new int[block.rows()]);
        int[] map = coordinates[variable];
        for (int row = 0; row < column.length && map.length > 0; row++) {
            column[row] = map[column[row]];
        }
        return column;
    }

    /** Adds to each of {@code sums} what one variable contributes to the distance of its row from {@code query}. */
    void accumulate(int variable, int query, int[] column, int[] sums) {
        int cap = caps[variable];
        int shift = shifts[variable];
        for (int row = 0; row < column.length; row++) {
            sums[row] += Math.min(Math.abs(column[row] - query), cap) << shift;
        }
    }

    /** What one variable adds when two coordinates differ by {@code difference}, at least 0. */
    int contribution(int variable, int difference) {
        return Math.min(difference, caps[variable]) << shifts[variable];
    }
}
