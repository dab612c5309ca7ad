package io.understudy.check.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Intervals none of which shows fewer than k rows: neighbours are joined until every interval holds at least k real rows
 * or none at all.
 */
final class Guarded {
    private Guarded() {}

    /**
     * The edges that are left.
     *
     * @param edges  ascending
     * @param counts real rows below the first edge, between two, and from the last on: one more than edges
     */
    static double[] edges(double[] edges, long[] counts, long k) {
        List<Double> left = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            rows.add(counts[i]);
            if (i < edges.length) {
                left.add(edges[i]);
            }
        }
        for (int few = few(rows, k); few >= 0 && rows.size() > 1; few = few(rows, k)) {
            int low = lesserNeighbour(rows, few);
            rows.set(low, rows.get(low) + rows.get(low + 1));
            rows.remove(low + 1);
            left.remove(low);
        }
        return left.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int few(List<Long> rows, long k) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) > 0 && rows.get(i) < k) {
                return i;
            }
        }
        return -1;
    }

    /** The lower one of the two intervals to join: the one with few rows and the neighbour that has fewer. */
    private static int lesserNeighbour(List<Long> rows, int few) {
        if (few == 0) {
            return 0;
        }
        boolean upwards = few < rows.size() - 1 && rows.get(few + 1) <= rows.get(few - 1);
        return upwards ? few : few - 1;
    }
}
