package io.understudy.codec;

import io.understudy.raw.RawBlock;
import io.understudy.schema.Column;
import io.understudy.stat.Fold;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns in one pass over raw rows what values each column has.
 *
 * <p>Memory is bounded by the schema alone: the table has a budget of {@value #CELLS} cells that its columns share
 * evenly, but no column more than {@value #KEY_CELLS} cells of keys, or {@value #TEXT_CELLS} of texts and
 * {@value #SHAPE_CELLS} of shapes and {@value #FORM_CELLS} of each format of numbers and days in texts, and none fewer than
 * {@value #MIN_CELLS}.
 *
 * @param columns in table order
 */
public record Profile(List<Column> columns) implements Fold<RawBlock, Profile.State, List<ColumnCounts>> {
    static final int CELLS = 1_000_000;

    /** Cells of keys and the gaps between them then fit codes of 16 bits. */
    static final int KEY_CELLS = 32_767;

    static final int TEXT_CELLS = 100_000;
    static final int SHAPE_CELLS = 16_384;
    static final int FORM_CELLS = 16_384;
    static final int MIN_CELLS = 1_024;

    public Profile {
        columns = List.copyOf(columns);
    }

    /** The counts so far. */
    public static final class State implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ColumnTally[] tallies;
        private long rows;

        State(List<Column> columns) {
            int share = Math.max(MIN_CELLS, CELLS / Math.max(1, columns.size()));
            tallies = columns.stream()
                    .map(column -> new ColumnTally(column.type(), share))
                    .toArray(ColumnTally[]::new);
        }
    }

    @Override
    public State zero() {
        return new State(columns);
    }

    @Override
    public State add(State state, RawBlock block) {
        for (int c = 0; c < state.tallies.length; c++) {
            state.tallies[c].add(block.columns().get(c), block.rows());
        }
        state.rows += block.rows();
        return state;
    }

    @Override
    public State merge(State left, State right) {
        for (int c = 0; c < left.tallies.length; c++) {
            left.tallies[c].merge(right.tallies[c]);
        }
        left.rows += right.rows;
        return left;
    }

    @Override
    public List<ColumnCounts> finish(State state) {
        return IntStream.range(0, columns.size())
                .mapToObj(c -> state.tallies[c].counts(columns.get(c), state.rows))
                .toList();
    }
}
