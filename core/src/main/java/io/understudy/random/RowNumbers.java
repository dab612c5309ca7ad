package io.understudy.random;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which rows of a synthetic table a batch holds: a run of neighbours, some of a run, or any. A row's number is its identity,
 * and all its random bits are a function of it.
 */
public final class RowNumbers implements Serializable {
    private static final long serialVersionUID = 2L;
    private static final int[] NEIGHBOURS = {};
    private static final long[] NONE = {};

    private final long first;
    private final int count;
    /** What to add to {@link #first} for each row; empty for a run. */
    private final int[] offsets;
    /** The number of each row where they lie anywhere; else empty. */
    private final long[] anywhere;

    private RowNumbers(long first, int count, int[] offsets, long[] anywhere) {
        this.first = first;
        this.count = count;
        this.offsets = offsets;
        this.anywhere = anywhere;
    }

    /** The rows {@code first .. first+count-1}. */
    public static RowNumbers run(long first, int count) {
        return new RowNumbers(first, count, NEIGHBOURS, NONE);
    }

    /** Rows of any numbers. */
    public static RowNumbers of(long[] numbers) {
        return new RowNumbers(0, numbers.length, NEIGHBOURS, numbers.clone());
    }

    /** How many rows. */
    public int count() {
        return count;
    }

    /** Whether row {@code i} is row {@code at(0) + i}, for all of them. */
    public boolean isRun() {
        return offsets.length == 0 && anywhere.length == 0;
    }

    /** The number of the row at a position from 0 to {@code count()-1}. */
    public long at(int position) {
        if (anywhere.length > 0) {
            return anywhere[position];
        }
        return isRun() ? first + position : first + offsets[position];
    }

    /** The rows at some positions, in that order. */
    public RowNumbers select(int[] positions, int count) {
        if (anywhere.length > 0) {
            long[] numbers = new long[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = anywhere[positions[i]];
            }
            return new RowNumbers(0, count, NEIGHBOURS, numbers);
        }
        int[] selected = new int[count];
        for (int i = 0; i < count; i++) {
            selected[i] = isRun() ? positions[i] : offsets[positions[i]];
        }
        return new RowNumbers(first, count, selected, NONE);
    }

    /** The rows at the positions {@code from .. to-1}. */
    public RowNumbers slice(int from, int to) {
        if (anywhere.length > 0) {
            return new RowNumbers(0, to - from, NEIGHBOURS, Arrays.copyOfRange(anywhere, from, to));
        }
        return isRun()
                ? run(first + from, to - from)
                : new RowNumbers(first, to - from, Arrays.copyOfRange(offsets, from, to), NONE);
    }
}
