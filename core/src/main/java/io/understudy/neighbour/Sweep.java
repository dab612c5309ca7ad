package io.understudy.neighbour;

import io.understudy.domain.Block;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Distances of a few rows to all rows of a table, on sets of columns, by looking at every pair: column by column over a
 * block, in loops that compile to vector instructions.
 */
final class Sweep implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Metric metric;
    private final int[][] sets;
    /** Coordinates, shape (width, queries). */
    private final int[][] queries;

    /**
     * Prepares a sweep.
     *
     * @param sets positions of variables; each set is a distance of its own
     */
    Sweep(Space space, Block queries, List<List<Integer>> sets) {
        this.metric = new Metric(space);
        this.queries = columns(queries);
        this.sets = sets.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        for (int[] set : this.sets) {
            if (Arrays.stream(set).anyMatch(v -> v < 0 || v >= metric.width())) {
                throw new IllegalArgumentException("columns " + Arrays.toString(set) + " are not all among the "
                        + metric.width() + " that are compared; give positions from 0");
            }
        }
    }

    private int[][] columns(Block block) {
        int[][] columns = new int[metric.width()][];
        for (int v = 0; v < columns.length; v++) {
            columns[v] = metric.column(block, v);
        }
        return columns;
    }

    int sets() {
        return sets.length;
    }

    int queries() {
        return queries[0].length;
    }

    int width() {
        return queries.length;
    }

    /** Receives the distances of one query to all rows of a block on one set of columns. */
    @FunctionalInterface
    interface Visitor {
        void visit(int set, int query, int[] distances);
    }

    /** Visits every query with every set: all sets of a query one after the other. */
    void visit(Block block, Visitor visitor) {
        int[][] columns = columns(block);
        int[] distances = new int[block.rows()];
        for (int query = 0; query < queries(); query++) {
            for (int set = 0; set < sets.length; set++) {
                Arrays.fill(distances, 0);
                for (int v : sets[set]) {
                    metric.accumulate(v, queries[v][query], columns[v], distances);
                }
                visitor.visit(set, query, distances);
            }
        }
    }
}
