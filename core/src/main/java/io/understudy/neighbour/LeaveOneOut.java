package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.RowSample;
import io.understudy.stat.Statistic;
import java.util.Arrays;

/**
 * What the nearest row of a table says about each column of a few thousand queries if that column is left out of the
 * distance: one pass for all columns, since a distance without a column is the whole one less what the column adds.
 *
 * <p>Of rows that are as near the one of the smallest content hash speaks, so that the answer is a function of the table's
 * set of rows. Cost: queries x rows x columns. Memory of a task: 16 bytes a query and column.
 */
public final class LeaveOneOut implements Statistic<Guesses, Guesses> {
    private static final long serialVersionUID = 1L;

    private final Metric metric;
    /** Coordinates, shape (width, queries). */
    private final int[][] queries;

    private final int count;

    /** @param queries coded like the table */
    public LeaveOneOut(Space space, Block queries) {
        this.metric = new Metric(space);
        this.queries = columns(queries);
        this.count = queries.rows();
    }

    private int[][] columns(Block block) {
        int[][] columns = new int[metric.width()][];
        Arrays.setAll(columns, v -> metric.column(block, v));
        return columns;
    }

    @Override
    public Guesses zero() {
        return new Guesses(metric.width(), count);
    }

    @Override
    public Guesses add(Guesses state, Block block) {
        Rows rows = rows(block);
        int[] distances = new int[block.rows()];
        for (int query = 0; query < count; query++) {
            Arrays.fill(distances, 0);
            for (int v = 0; v < rows.columns().length; v++) {
                metric.accumulate(v, queries[v][query], rows.columns()[v], distances);
            }
            offer(state, query, distances, rows);
        }
        return state;
    }

    /** What is asked of the rows of a block: coordinates and codes, shape (width, rows), and content hashes. */
    record Rows(int[][] columns, int[][] codes, long[] hashes) {}

    Rows rows(Block block) {
        return new Rows(columns(block), block.toArrays(), RowSample.contentHashes(block));
    }

    /** Takes note of the rows of a block, given their distances from a query in all columns together. */
    void offer(Guesses state, int query, int[] distances, Rows rows) {
        long reach = state.farthest(query) + Space.UNIT;
        for (int row = 0; row < distances.length; row++) {
            if (distances[row] <= reach) {
                for (int v = 0; v < queries.length; v++) {
                    int without =
                            distances[row] - metric.contribution(v, Math.abs(rows.columns[v][row] - queries[v][query]));
                    state.offer(v, query, without, rows.hashes[row], rows.codes[v][row]);
                }
                reach = state.farthest(query) + Space.UNIT;
            }
        }
    }

    @Override
    public Guesses merge(Guesses left, Guesses right) {
        return left.merge(right);
    }

    @Override
    public Guesses finish(Guesses state) {
        return state;
    }
}
