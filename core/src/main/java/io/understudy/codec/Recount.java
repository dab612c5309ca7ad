package io.understudy.codec;

import io.understudy.random.Hash;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.stat.Cells;
import io.understudy.stat.DyadicCounts;
import io.understudy.stat.Fold;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A second pass over columns with more different texts than a {@link Profile} counts singly: it finds the frequent ones.
 *
 * <p>A cell of hashes that many texts share has at least as many rows as each of them. Hence a text that more than one in
 * {@value #SHARE} rows has lies in one of the fewer than {@value #SHARE} cells with so many rows; only texts of those are
 * counted, each by itself. Where these cells hold more than {@value Profile#TEXT_CELLS} texts, as far as the mean tells,
 * only the heaviest of them are recounted. All else stays as the first pass has it.
 *
 * @param counts what the first pass has learned
 */
public record Recount(List<ColumnCounts> counts) implements Fold<RawBlock, Recount.State, List<ColumnCounts>> {
    static final int SHARE = 20_000;

    public Recount {
        counts = List.copyOf(counts);
    }

    /** Whether there is a column whose frequent texts the first pass may have missed. */
    public static boolean needed(List<ColumnCounts> counts) {
        return counts.stream().anyMatch(Recount::missed);
    }

    private static boolean missed(ColumnCounts counts) {
        return !counts.column().type().keyed() && !counts.exact();
    }

    /** The counts so far, by column. */
    public static final class State implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Heavy[] columns;

        State(List<ColumnCounts> counts) {
            columns = counts.stream()
                    .map(column -> new Heavy(column.cells(), missed(column) ? heavy(column) : new int[0]))
                    .toArray(Heavy[]::new);
        }
    }

    private static int[] heavy(ColumnCounts column) {
        Cells cells = column.cells();
        double textsPerCell = Math.max(1, column.distinct() / cells.size());
        long least = cells.total() / SHARE;
        return IntStream.range(0, cells.size())
                .filter(cell -> !cells.pure(cell) && cells.counts()[cell] > least)
                .boxed()
                .sorted(Comparator.comparingLong(cell -> -cells.counts()[cell]))
                .limit((long) (Profile.TEXT_CELLS / (2 * textsPerCell)))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** The texts of some cells of a column. */
    private static final class Heavy implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int[] cells;
        private final boolean[] recounted;
        private final KeyIndex highs;
        private final DyadicCounts texts = new DyadicCounts(Profile.TEXT_CELLS);

        Heavy(Cells of, int[] cells) {
            this.cells = cells;
            recounted = new boolean[cells.length == 0 ? 0 : of.size() + 1];
            for (int cell : cells) {
                recounted[cell] = true;
            }
            highs = new KeyIndex(cells.length == 0 ? new long[0] : of.highs());
        }

        void add(RawColumn.Texts column, int rows) {
            int[] counted = new int[column.vocabulary().length];
            for (int row = 0; row < rows; row++) {
                int id = column.ids()[row];
                if (id >= 0) {
                    counted[id]++;
                }
            }
            for (int id = 0; id < counted.length; id++) {
                if (counted[id] > 0) {
                    add(column.vocabulary()[id], counted[id]);
                }
            }
        }

        private void add(String text, int count) {
            long hash = Hash.of(text);
            if (recounted[highs.rank(hash)] && text.length() <= ColumnTally.MAX_LABEL) {
                texts.add(hash, count, text);
            } else if (recounted[highs.rank(hash)]) {
                texts.add(hash, count);
            }
        }
    }

    @Override
    public State zero() {
        return new State(counts);
    }

    @Override
    public State add(State state, RawBlock block) {
        for (int c = 0; c < state.columns.length; c++) {
            if (state.columns[c].cells.length > 0 && block.columns().get(c) instanceof RawColumn.Texts texts) {
                state.columns[c].add(texts, block.rows());
            }
        }
        return state;
    }

    @Override
    public State merge(State left, State right) {
        for (int c = 0; c < left.columns.length; c++) {
            left.columns[c].texts.merge(right.columns[c].texts);
        }
        return left;
    }

    @Override
    public List<ColumnCounts> finish(State state) {
        return IntStream.range(0, counts.size())
                .mapToObj(c -> counts.get(c).with(refined(counts.get(c).cells(), state.columns[c])))
                .toList();
    }

    private static Cells refined(Cells cells, Heavy heavy) {
        return heavy.cells.length == 0 ? cells : cells.refined(heavy.cells, heavy.texts.cells());
    }
}
