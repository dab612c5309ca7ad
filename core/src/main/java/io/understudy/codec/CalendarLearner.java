package io.understudy.codec;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Learns the calendar of a column of days or times from the cells that its intervals are made of. */
final class CalendarLearner {
    static final long DAY = 86_400_000_000L;

    /** Parts of a day, the finest first; the first is taken of which nearly all rows are in parts of at least k rows. */
    private static final int[] PARTS = {96, 48, 24, 12, 6, 4, 1};

    /** A calendar that leaves out more of the rows than this is none. */
    private static final double MOST_LEFT_OUT = 0.05;

    /** Weights of days of the month are shares of the largest, in units of this. */
    private static final long SCALE = 1_000;

    /** The days of a column reach no further than a few thousand years. */
    private static final long FURTHEST = 5_000_000;

    private static final int WEEK = 7;

    private final Mass mass;
    private final Segments segments;
    private final long unit;
    private final int k;

    /** @param unit keys in a day */
    CalendarLearner(Mass mass, Segments segments, long unit, int k) {
        this.mass = mass;
        this.segments = segments;
        this.unit = unit;
        this.k = k;
    }

    /** A grid that draws by the calendar; the same grid where intervals do not tell of one. */
    Grid learn(Ticks ticks) {
        if (!within()) {
            return ticks;
        }
        long[] weekdays = new long[WEEK];
        long[] months = new long[3];
        long[] slots = new long[PARTS[0]];
        long rows = 0;
        long all = 0;
        for (int s = 0; s < segments.size(); s++) {
            if (segments.low(s) != segments.high(s)) {
                all += segments.rows(s);
                for (int i = segments.first(s); i <= segments.last(s); i++) {
                    rows += count(i, weekdays, months, slots);
                }
            }
        }
        if (rows == 0 || rows < (1 - MOST_LEFT_OUT) * all) {
            return ticks;
        }
        return new Calendar(ticks, unit, shared(weekdays), monthly(months), unit == 1 ? new long[] {1} : parts(slots));
    }

    private boolean within() {
        return mass.size() > 0
                && Math.floorDiv(mass.lows()[0], unit) > -FURTHEST
                && Math.floorDiv(mass.highs()[mass.size() - 1], unit) < FURTHEST;
    }

    /** Counts a cell whose ends are close to each other; the rows counted. */
    private long count(int cell, long[] weekdays, long[] months, long[] slots) {
        long low = mass.lows()[cell];
        long high = mass.highs()[cell];
        if (high - low > unit / PARTS[0]) {
            return 0;
        }
        long rows = mass.counts()[cell];
        long middle = low + (high - low) / 2;
        long day = Math.floorDiv(middle, unit);
        weekdays[Calendar.weekday(day)] += rows;
        months[Calendar.month(day)] += rows;
        slots[(int) (Math.floorMod(middle, unit) * PARTS[0] / unit)] += rows;
        return rows;
    }

    /** {@linkplain Released Rounded} weights without those of fewer than k rows; all alike where too many rows are left out so. */
    private long[] shared(long[] weights) {
        long[] kept = Released.counts(weights, k);
        return LongStream.of(kept).sum()
                        >= (1 - MOST_LEFT_OUT) * LongStream.of(weights).sum()
                ? kept
                : LongStream.generate(() -> 1).limit(weights.length).toArray();
    }

    /** Rows per day of the calendar, between the first and the last day: relative to the largest. */
    private long[] monthly(long[] rows) {
        long[] kept = shared(rows);
        long[] days = new long[kept.length];
        long from = Math.floorDiv(mass.lows()[0], unit);
        long to = Math.floorDiv(mass.highs()[mass.size() - 1], unit);
        LocalDate first = LocalDate.ofEpochDay(from);
        long ends = 1
                + 12L * (LocalDate.ofEpochDay(to).getYear() - first.getYear())
                + LocalDate.ofEpochDay(to).getMonthValue()
                - first.getMonthValue();
        days[Calendar.FIRST] = ends;
        days[Calendar.LAST] = ends;
        days[Calendar.OTHER] = Math.max(1, to - from + 1 - 2 * ends);
        if (Arrays.equals(kept, new long[] {1, 1, 1})) {
            return kept;
        }
        double most = 0;
        for (int i = 0; i < kept.length; i++) {
            most = Math.max(most, kept[i] / (double) days[i]);
        }
        double largest = most;
        long[] weights = new long[kept.length];
        Arrays.setAll(weights, i -> (long) Math.ceil(SCALE * (kept[i] / (double) days[i]) / largest));
        return weights;
    }

    /** Rows of the parts of a day, as fine as k rows a part allow. */
    private long[] parts(long[] finest) {
        for (int parts : PARTS) {
            long[] rows = new long[parts];
            for (int i = 0; i < finest.length; i++) {
                rows[i * parts / finest.length] += finest[i];
            }
            long kept = Arrays.stream(rows).filter(count -> count >= k).sum();
            if (kept >= (1 - MOST_LEFT_OUT) * LongStream.of(finest).sum()) {
                return Released.counts(rows, k);
            }
        }
        return new long[] {1};
    }
}
