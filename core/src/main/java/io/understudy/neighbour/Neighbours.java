package io.understudy.neighbour;

import java.io.Serializable;
import java.util.Arrays;

/**
 * For every query row of a block, what is nearest to it in one reference table, or so far in a part of it.
 *
 * <p>Law: {@link #merge} of the answers of the parts is the answer of the whole, whatever the parts and their order.
 */
public final class Neighbours implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] nearest;
    private final int[] second;
    private final int[] ties;
    private final int[] witness;

    /** No neighbours yet. */
    public Neighbours(int rows) {
        nearest = new int[rows];
        second = new int[rows];
        ties = new int[rows];
        witness = new int[rows];
        Arrays.fill(nearest, Space.NONE);
        Arrays.fill(second, Space.NONE);
    }

    /** How many rows were looked up. */
    public int rows() {
        return nearest.length;
    }

    /** Distance to the nearest row in units of {@link Space}; {@link Space#NONE} without one. */
    public int nearest(int row) {
        return nearest[row];
    }

    /** Distance to the second nearest row, equal to {@link #nearest} where two rows tie; {@link Space#NONE} without one. */
    public int second(int row) {
        return second[row];
    }

    /** How many rows are as near as the nearest; 0 without one. */
    public int ties(int row) {
        return ties[row];
    }

    /**
     * The content hash of the nearest row, of all that tie the smallest. Queries with the same witness lean on the same
     * reference row: their answers are not independent.
     */
    public int witness(int row) {
        return witness[row];
    }

    /** Takes note of {@code count} equal reference rows at this distance of a query. */
    void offer(int row, int distance, int count, int hash) {
        if (distance < nearest[row]) {
            second[row] = count > 1 ? distance : nearest[row];
            nearest[row] = distance;
            ties[row] = count;
            witness[row] = hash;
        } else if (distance == nearest[row] && distance != Space.NONE) {
            second[row] = distance;
            ties[row] += count;
            witness[row] = Math.min(witness[row], hash);
        } else if (distance < second[row]) {
            second[row] = distance;
        }
    }

    /** Adds what was found for the same queries in another part of the reference; returns this. */
    public Neighbours merge(Neighbours other) {
        for (int row = 0; row < nearest.length; row++) {
            offer(row, other.nearest[row], other.ties[row], other.witness[row]);
            offerSecond(row, other.second[row]);
        }
        return this;
    }

    private void offerSecond(int row, int distance) {
        if (distance < second[row] && distance > nearest[row]) {
            second[row] = distance;
        }
    }
}
