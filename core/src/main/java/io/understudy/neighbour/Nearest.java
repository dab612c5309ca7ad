package io.understudy.neighbour;

import java.io.Serializable;

/**
 * Distances of a block of query rows to their two nearest rows in two reference tables.
 *
 * <p>Distances are in the integer units of {@link Space}; {@link Space#NONE} where a reference has no such row.
 */
public final class Nearest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[][] distances;

    /** @param distances shape (4, rows): first reference nearest and second nearest, second reference likewise */
    public Nearest(int[][] distances) {
        this.distances = distances;
    }

    public int rows() {
        return distances[0].length;
    }

    /** Distance of a query to the {@code rank}-th (0 or 1) nearest row of reference 0 or 1. */
    public int distance(int reference, int rank, int row) {
        return distances[2 * reference + rank][row];
    }
}
