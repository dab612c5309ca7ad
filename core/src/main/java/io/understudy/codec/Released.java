package io.understudy.codec;

import java.util.Arrays;

/**
 * Counts of rows as codecs keep them: whole multiples of k, as statistical offices round tables before they leave (Willenborg
 * and de Waal 2001, chapter 9). Exact counts, though none is below k, would give away smaller ones as differences: of all rows
 * and those with a frequent value, say.
 *
 * <p>Rounding moves a count by at most k / 2; that is less than chance does, sqrt(count), as long as k is below 12 or so.
 */
public final class Released {
    private Released() {}

    /** The nearest multiple of {@code k}, halves up; 0 for counts below {@code k}. */
    public static long count(long rows, int k) {
        return rows < k ? 0 : (rows + k / 2) / k * k;
    }

    /** Each of them {@linkplain #count rounded}. */
    public static long[] counts(long[] rows, int k) {
        return Arrays.stream(rows).map(count -> count(count, k)).toArray();
    }
}
