package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.random.Hash;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The codec of a column of keys: numbers, days, times, flags.
 *
 * <p>Values that many rows have keep themselves; the others are released as intervals of at least k rows, from which
 * values are drawn anew on the column's own grid. Where there are more such cells than codes, neighbours share a code,
 * and decoding chooses among them by weight: the codes are coarser than the released distribution.
 */
public final class OrderedCodec implements Codec {
    private static final long serialVersionUID = 1L;

    /** A column is made of values, not of intervals, if this share of its rows have values of their own. */
    private static final double MOSTLY = 0.8;

    /** How many times as many codes values may have as intervals. */
    private static final int FINER = 8;

    /** Where a code has no value of its own. One that is this value is drawn as others are, and always so. */
    private static final long NOT_PLAIN = Long.MIN_VALUE;

    private final Parts parts;
    private final KeyIndex index;
    private final Weights weights;
    private final int[] firstCells;
    private final int fallback;
    /** The value of each code that stands for one alone. */
    private final long[] plain;

    /**
     * All there is to know about a codec. The arrays have one entry for each fine cell, in ascending order of keys.
     *
     * @param variable what the codes look like from outside
     * @param grid     the points that intervals draw from
     * @param codes    code of each cell, non-decreasing without gaps
     * @param lows     lowest key that is drawn
     * @param highs    highest key that is drawn; equal to the lowest for a single value
     * @param uppers   highest key that is encoded to the cell; the last one's is not used
     * @param weights  rows of the training table, at least k and {@linkplain Released rounded} to multiples of k
     */
    public record Parts(
            Variable variable, Grid grid, int[] codes, long[] lows, long[] highs, long[] uppers, long[] weights)
            implements Serializable {

        private FineCells cells() {
            return new FineCells(lows, highs, uppers, weights);
        }
    }

    private OrderedCodec(Parts parts) {
        this.parts = parts;
        index = new KeyIndex(parts.cells().thresholds(parts.codes()));
        firstCells = new int[parts.variable().size() + 1];
        long[] mass = new long[parts.variable().size()];
        for (int i = 0; i < parts.codes().length; i++) {
            firstCells[parts.codes()[i] + 1] = i + 1;
            mass[parts.codes()[i]] += parts.weights()[i];
        }
        weights = new Weights(parts.weights(), mostCells(firstCells));
        fallback = heaviest(mass);
        plain = new long[mass.length];
        Arrays.fill(plain, NOT_PLAIN);
        for (int code = parts.codes()[0]; code < mass.length; code++) {
            int cell = firstCells[code];
            if (cell + 1 == firstCells[code + 1] && parts.lows()[cell] == parts.highs()[cell]) {
                plain[code] = parts.lows()[cell];
            }
        }
    }

    /** The codec that was stored in these parts. */
    public static OrderedCodec of(Parts parts) {
        return new OrderedCodec(parts);
    }

    /** Learns from counts in which at least one row is not missing. */
    static OrderedCodec learn(ColumnCounts counts, Kind kind, Settings settings) {
        return learn(counts, kind, settings, counts.missing() >= settings.k());
    }

    /** Learns a codec without a code for missing. */
    static OrderedCodec learnPresent(ColumnCounts counts, Kind kind, Settings settings) {
        return learn(counts, kind, settings, false);
    }

    private static OrderedCodec learn(ColumnCounts counts, Kind kind, Settings settings, boolean missing) {
        Cells cells = counts.cells();
        KeyForm form = KeyForm.of(counts.column().type());
        Mass finite = Mass.finite(cells, form);
        Segments segments = Segments.cut(finite, settings.k(), kind.ordered() && kind != Kind.ORDINAL);
        Grid grid = calendar(
                counts.column().type(),
                new GridLearner(form, finite).learn(),
                (ticks, unit) -> new CalendarLearner(finite, segments, unit, settings.k()).learn(ticks));
        boolean keep = settings.keptExtremes().contains(counts.column().name());
        FineCells fine = new FineLearner(grid, settings.k(), keep).learn(cells, segments);
        int[] codes = CodeGroups.assign(fine.weights(), mostCodes(fine, settings));
        for (int i = 0; missing && i < codes.length; i++) {
            codes[i]++;
        }
        Variable variable = new Variable(counts.column().name(), codes[codes.length - 1] + 1, kind.ordered(), missing);
        long[] weights = Released.counts(fine.weights(), settings.k());
        return of(new Parts(variable, grid, codes, fine.lows(), fine.highs(), fine.uppers(), weights));
    }

    /** Columns made of values that many rows have, such as clock times and numbers of flights, keep these apart. */
    private static int mostCodes(FineCells fine, Settings settings) {
        long values = 0;
        for (int i = 0; i < fine.size(); i++) {
            values += fine.lows()[i] == fine.highs()[i] ? fine.weights()[i] : 0;
        }
        boolean mostly = values >= MOSTLY * Arrays.stream(fine.weights()).sum();
        return mostly ? settings.maxCodes() * FINER : settings.maxCodes();
    }

    private interface Calendars {
        Grid of(Ticks ticks, long unit);
    }

    /** The grid of days and times keeps to the calendar; others stay as they are. */
    private static Grid calendar(ColumnType type, Grid grid, Calendars calendars) {
        if (grid instanceof Ticks ticks && type instanceof ColumnType.Date) {
            return calendars.of(ticks, 1);
        }
        return grid instanceof Ticks ticks && type instanceof ColumnType.Timestamp
                ? calendars.of(ticks, CalendarLearner.DAY)
                : grid;
    }

    /** The code of the most rows, which cells take that no code stands for. */
    int fallback() {
        return fallback;
    }

    /** What is stored of it: edges and values that at least k rows have, ascending. */
    public Parts parts() {
        return parts;
    }

    @Override
    public Variable variable() {
        return parts.variable();
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        RawColumn.Keyed keyed = (RawColumn.Keyed) from;
        boolean[] absent = keyed.absent();
        KeyForm form = parts.grid().form();
        int base = parts.codes()[0];
        int missing = parts.variable().missing() ? 0 : fallback;
        for (int row = 0; row < rows; row++) {
            into[row] = absent[row] ? missing : base + index.rank(form.canonical(keyed.keys()[row]));
        }
    }

    @Override
    public RawColumn decode(int[] codes, Draws draws) {
        RawColumn.Keyed column = draws.keyed();
        long[] keys = column.keys();
        int[] others = draws.room().ints(keys.length);
        int count = 0;
        for (int row = 0; row < keys.length; row++) {
            long key = plain[codes[row]];
            keys[row] = key;
            others[count] = row;
            count += key == NOT_PLAIN ? 1 : 0;
        }
        int base = parts.codes()[0];
        long[] bits = draws.bits(others, count);
        for (int i = 0; i < count; i++) {
            int row = others[i];
            if (codes[row] < base) {
                column.absent()[row] = true;
            } else {
                keys[row] = draw(codes[row], bits[i]);
            }
        }
        return column;
    }

    private long draw(int code, long bits) {
        int cell = weights.pick(firstCells[code], firstCells[code + 1], bits);
        long low = parts.lows()[cell];
        long high = parts.highs()[cell];
        return low == high ? low : parts.grid().draw(low, high, Hash.mix(bits));
    }

    private static int mostCells(int[] firstCells) {
        int most = 0;
        for (int code = 1; code < firstCells.length; code++) {
            most = Math.max(most, firstCells[code] - firstCells[code - 1]);
        }
        return most;
    }

    private static int heaviest(long[] mass) {
        int heaviest = 0;
        for (int i = 1; i < mass.length; i++) {
            heaviest = mass[i] > mass[heaviest] ? i : heaviest;
        }
        return heaviest;
    }
}
