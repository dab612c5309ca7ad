package io.understudy.codec;

import java.io.Serializable;

/**
 * The values that a column can take between two that it did take: where boundaries lie and what is drawn between them.
 *
 * <p>All methods take and give keys, never leave the range of longs, and treat keys that are not on the grid as the
 * nearest that is.
 */
public sealed interface Grid extends Serializable permits Ticks, Calendar, Continuum {

    KeyForm form();

    /** A point between two different keys, at or above the lower and below the higher one. */
    long middle(long low, long high);

    /** The next point of the grid above a key. */
    long next(long key);

    /** How far one key is above another, in units of {@link #along}. */
    double distance(long low, long high);

    /** The point at a distance above a key, or below it if negative. */
    long along(long key, double distance);

    /** The least distance between different points, 0 where there is none. */
    double resolution();

    /** A point of {@code low .. high}, both included, as a function of 64 random bits: uniform but for a {@link Calendar}. */
    long draw(long low, long high, long bits);
}
