package io.understudy.codec;

import io.understudy.stat.Cells;
import java.util.Arrays;

/**
 * Turns segments of counted values into fine cells whose ends are nobody's.
 *
 * <p>Neighbouring cells part in the middle between the highest value of one and the lowest of the other. An interval
 * draws from its own values and as much beyond them as they are apart on average, but not past those middles. At the
 * two ends of the column it reaches only to the mean of the k outermost rows, unless extremes are kept.
 */
final class FineLearner {
    private static final int SPECIALS = 3;

    private final Grid grid;
    private final KeyForm form;
    private final long k;
    private final boolean keepExtremes;

    /** @param keepExtremes whether the smallest and largest value may be released as they are */
    FineLearner(Grid grid, long k, boolean keepExtremes) {
        this.grid = grid;
        this.form = grid.form();
        this.k = k;
        this.keepExtremes = keepExtremes;
    }

    /** At least one cell: where no k rows agree on any, the number zero. */
    FineCells learn(Cells cells, Segments segments) {
        long[] specials = form == KeyForm.INTEGER ? new long[SPECIALS] : specials(cells);
        int capacity = segments.size() + SPECIALS + 1;
        FineCells fine = new FineCells(new long[capacity], new long[capacity], new long[capacity], new long[capacity]);
        int size = 0;
        if (specials[0] >= k) {
            size = append(fine, size, form.lowest() - 1, specials[0]);
        }
        int finite = size;
        for (int s = 0; s < segments.size(); s++) {
            size = append(fine, size, segments.low(s), segments.rows(s));
            fine.highs()[size - 1] = segments.high(s);
        }
        if (specials[1] >= k) {
            size = append(fine, size, form.infinity(), specials[1]);
        }
        if (specials[2] >= k) {
            size = append(fine, size, form.key(Double.NaN), specials[2]);
        }
        if (size == 0) {
            size = append(fine, size, form.key(0), 1);
        }
        part(fine, size);
        reach(fine, finite, segments);
        return cut(fine, size);
    }

    /** Rows of minus infinity, infinity and of all that is not a number. */
    private long[] specials(Cells cells) {
        long[] rows = new long[SPECIALS];
        for (int i = 0; i < cells.size(); i++) {
            if (cells.highs()[i] < form.lowest()) {
                rows[cells.highs()[i] == form.lowest() - 1 ? 0 : 2] += cells.counts()[i];
            } else if (cells.lows()[i] > form.highest()) {
                rows[cells.lows()[i] == form.infinity() ? 1 : 2] += cells.counts()[i];
            }
        }
        return rows;
    }

    private static int append(FineCells fine, int size, long key, long rows) {
        fine.lows()[size] = key;
        fine.highs()[size] = key;
        fine.weights()[size] = rows;
        return size + 1;
    }

    private void part(FineCells fine, int size) {
        for (int i = 0; i + 1 < size; i++) {
            long low = fine.highs()[i];
            long high = fine.lows()[i + 1];
            if (low < form.lowest()) {
                fine.uppers()[i] = low;
            } else if (high > form.highest()) {
                fine.uppers()[i] = high == form.infinity() ? form.highest() : form.infinity();
            } else {
                fine.uppers()[i] = grid.middle(low, high);
            }
        }
        fine.uppers()[size - 1] = Long.MAX_VALUE;
    }

    /** Sets what intervals draw from; {@code finite} is the cell of the first segment. */
    private void reach(FineCells fine, int finite, Segments segments) {
        for (int s = 0; s < segments.size(); s++) {
            int cell = finite + s;
            long low = segments.low(s);
            long high = segments.high(s);
            if (low != high) {
                double beyond = Math.max(grid.resolution(), grid.distance(low, high) / segments.rows(s));
                fine.lows()[cell] = s == 0
                        ? lowEnd(segments)
                        : Math.min(low, Math.max(grid.next(fine.uppers()[cell - 1]), grid.along(low, -beyond)));
                fine.highs()[cell] = s == segments.size() - 1
                        ? highEnd(segments)
                        : Math.max(high, Math.min(fine.uppers()[cell], grid.along(high, beyond)));
                sortEnds(fine, cell);
            }
        }
    }

    /** On a coarse grid the two means of a lone interval can round past each other, by a point. */
    private static void sortEnds(FineCells fine, int cell) {
        long low = Math.min(fine.lows()[cell], fine.highs()[cell]);
        fine.highs()[cell] = Math.max(fine.lows()[cell], fine.highs()[cell]);
        fine.lows()[cell] = low;
    }

    private long lowEnd(Segments segments) {
        long low = segments.low(0);
        if (keepExtremes) {
            return low;
        }
        double mean = segments.meanAbove(0, grid);
        return mean == 0 ? low : grid.along(low, Math.max(grid.resolution(), mean));
    }

    private long highEnd(Segments segments) {
        int top = segments.size() - 1;
        long high = segments.high(top);
        if (keepExtremes) {
            return high;
        }
        double mean = segments.meanBelow(top, grid);
        return mean == 0 ? high : grid.along(high, -Math.max(grid.resolution(), mean));
    }

    private static FineCells cut(FineCells fine, int size) {
        return new FineCells(
                Arrays.copyOf(fine.lows(), size),
                Arrays.copyOf(fine.highs(), size),
                Arrays.copyOf(fine.uppers(), size),
                Arrays.copyOf(fine.weights(), size));
    }
}
