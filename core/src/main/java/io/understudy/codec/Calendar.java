package io.understudy.codec;

import io.understudy.random.Hash;
import java.time.LocalDate;

/**
 * Days and times that keep to the calendar: within an interval, days are drawn by how many rows their weekday has and
 * whether they begin or end a month, and times by how many rows their part of the day has.
 *
 * <p>The shares are those of all intervals of the column together, each of at least k rows or none: an interval of a few
 * rows that spans years then has no weekends and no nights where the column has none. In everything but draws it is the
 * evenly spaced grid it is made from.
 *
 * @param ticks    the points
 * @param unit     keys in a day: 1 of days, 86,400,000,000 of microseconds
 * @param weekdays rows of each weekday, from Monday
 * @param months   rows per day of the calendar on the first day of a month, on its last, and on the others; scaled
 * @param slots    rows of each part of the day, all parts equally long; one for days
 */
public record Calendar(Ticks ticks, long unit, long[] weekdays, long[] months, long[] slots) implements Grid {
    /** Draws against weekdays and month ends are repeated so often; then what was drawn last is taken. */
    private static final int TRIES = 200;

    private static final int WEEK = 7;

    /** 1970-01-01 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    static final int FIRST = 0;
    static final int LAST = 1;
    static final int OTHER = 2;

    @Override
    public KeyForm form() {
        return ticks.form();
    }

    @Override
    public long middle(long low, long high) {
        return ticks.middle(low, high);
    }

    @Override
    public long next(long key) {
        return ticks.next(key);
    }

    @Override
    public double distance(long low, long high) {
        return ticks.distance(low, high);
    }

    @Override
    public long along(long key, double distance) {
        return ticks.along(key, distance);
    }

    @Override
    public double resolution() {
        return ticks.resolution();
    }

    @Override
    public long draw(long low, long high, long bits) {
        long drawn = ticks.draw(low, high, bits);
        long length = unit / slots.length;
        if (Math.floorDiv(low, length) == Math.floorDiv(high, length)) {
            return drawn;
        }
        long most = max(weekdays) * max(months);
        long word = bits;
        for (int i = 0; i < TRIES; i++) {
            word = Hash.mix(word + i);
            long day = Math.floorDiv(ticks.draw(low, high, word), unit);
            if (Hash.below(Hash.mix(word), most) < weight(day)) {
                drawn = time(day, low, high, Hash.mix(word ^ bits));
                if (slots[slot(drawn)] > 0) {
                    return drawn;
                }
            }
        }
        return drawn;
    }

    /** A time of a day by the rows of its parts, inside an interval. */
    private long time(long day, long low, long high, long bits) {
        long from = Math.max(low, day * unit);
        long to = Math.min(high, day * unit + unit - 1);
        long length = unit / slots.length;
        int first = slot(from);
        int last = slot(to);
        long mass = 0;
        for (int s = first; s <= last; s++) {
            mass += slots[s];
        }
        long target = mass == 0 ? 0 : Hash.below(bits, mass);
        int slot = first;
        while (slot < last && target >= slots[slot]) {
            target -= slots[slot++];
        }
        long start = Math.max(from, day * unit + slot * length);
        long end = Math.min(to, day * unit + (slot + 1) * length - 1);
        return snapped(start, end, Hash.mix(bits));
    }

    /** A point of the grid between two keys that need not be points. */
    private long snapped(long start, long end, long bits) {
        long over = Math.floorMod(start - ticks.offset(), ticks.step());
        long first = over == 0 ? start : start + ticks.step() - over;
        return first > end ? start : ticks.draw(first, end, bits);
    }

    private int slot(long key) {
        return (int) (Math.floorMod(key, unit) / (unit / slots.length));
    }

    private long weight(long day) {
        return weekdays[weekday(day)] * months[month(day)];
    }

    static int weekday(long day) {
        return Math.floorMod(day + FIRST_WEEKDAY, WEEK);
    }

    /** Whether a day is the first or the last of its month. */
    static int month(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        if (date.getDayOfMonth() == 1) {
            return FIRST;
        }
        return date.getDayOfMonth() == date.lengthOfMonth() ? LAST : OTHER;
    }

    private static long max(long[] weights) {
        long max = 0;
        for (long weight : weights) {
            max = Math.max(max, weight);
        }
        return max;
    }
}
