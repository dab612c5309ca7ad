package io.understudy.codec;

import io.understudy.random.Hash;

/**
 * Floating-point numbers without a common resolution.
 *
 * <p>Distances are half of what they are in numbers, so that even the whole range of doubles has a finite one.
 *
 * @param form {@link KeyForm#DOUBLE} or {@link KeyForm#FLOAT}
 */
public record Continuum(KeyForm form) implements Grid {

    @Override
    public long middle(long low, long high) {
        long middle = form.key(form.value(low) / 2 + form.value(high) / 2);
        return Math.max(low, Math.min(middle, high - 1));
    }

    @Override
    public long next(long key) {
        return Math.min(key + 1, form.highest());
    }

    @Override
    public double distance(long low, long high) {
        return form.value(high) / 2 - form.value(low) / 2;
    }

    @Override
    public long along(long key, double distance) {
        long reached = form.key(form.value(key) + distance + distance);
        return Math.max(form.lowest(), Math.min(reached, form.highest()));
    }

    @Override
    public double resolution() {
        return 0;
    }

    @Override
    public long draw(long low, long high, long bits) {
        long drawn = along(low, Hash.uniform(bits) * distance(low, high));
        return Math.max(low, Math.min(drawn, high));
    }
}
