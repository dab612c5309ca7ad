package io.understudy.codec;

import io.understudy.random.Hash;

/**
 * Evenly spaced values: whole minutes, cents, multiples of a hundred, numbers of at most two digits after the point.
 *
 * <p>A tick is a whole number: the key itself, or of a floating-point number its value times {@code 10^digits}. Points
 * are the ticks {@code offset + i * step}; distances count steps.
 *
 * @param form   what keys stand for
 * @param digits decimal digits after the point, 0 .. {@value #MAX_DIGITS}; 0 for integers
 * @param offset a tick that is a point
 * @param step   ticks from one point to the next, at least 1
 */
public record Ticks(KeyForm form, int digits, long offset, long step) implements Grid {
    static final int MAX_DIGITS = 9;

    /** Ticks of floating-point numbers are exact up to here. */
    static final double MAX_REAL_TICK = 0x1p53;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    @Override
    public long middle(long low, long high) {
        long from = tick(low);
        long steps = Long.divideUnsigned(tick(high) - from, step);
        long middle = key(from + (steps >>> 1) * step);
        return Math.max(low, Math.min(middle, high - 1));
    }

    @Override
    public long next(long key) {
        long tick = tick(key);
        return key(tick + step > tick ? tick + step : Long.MAX_VALUE);
    }

    @Override
    public double distance(long low, long high) {
        return unsigned(tick(high) - tick(low)) / step;
    }

    @Override
    public long along(long key, double distance) {
        long tick = tick(key);
        double way = Math.rint(distance) * step;
        if (Math.abs(way) >= 0x1p62) {
            return key((long) (tick + way));
        }
        long reached = tick + ((long) Math.rint(distance)) * step;
        boolean beyond = way > 0 ? reached < tick : reached > tick;
        return key(beyond ? (way > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : reached);
    }

    @Override
    public double resolution() {
        return 1;
    }

    @Override
    public long draw(long low, long high, long bits) {
        long from = tick(low);
        long range = tick(high) - from;
        // A division would take longer than all else.
        long points = (step == 1 ? range : Long.divideUnsigned(range, step)) + 1;
        long index = points == 0 ? bits : Hash.below(bits, points);
        return Math.max(low, Math.min(key(from + index * step), high));
    }

    /** The tick of a key, whether or not it is a point. */
    long tick(long key) {
        return form == KeyForm.INTEGER ? key : (long) Math.rint(form.value(key) * POWERS[digits]);
    }

    private long key(long tick) {
        return form == KeyForm.INTEGER ? tick : form.key(tick / POWERS[digits]);
    }

    /** Whether a finite number is the nearest of its form to one of so many decimal digits. */
    static boolean fits(KeyForm form, int digits, long key) {
        double value = form.value(key);
        double scaled = value * POWERS[digits];
        return Math.abs(scaled) <= MAX_REAL_TICK && form.value(form.key(Math.rint(scaled) / POWERS[digits])) == value;
    }

    private static double unsigned(long difference) {
        return difference >= 0 ? difference : difference + 0x1p64;
    }
}
