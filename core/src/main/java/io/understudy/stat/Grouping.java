package io.understudy.stat;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A coarser reading of one variable: every code belongs to one group. */
public final class Grouping implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] groups;
    private final int count;

    /**
     * @param groups one per code, each in {@code 0 .. count-1}
     * @param count  number of groups, at least 1
     */
    public Grouping(int[] groups, int count) {
        if (Arrays.stream(groups).anyMatch(group -> group < 0 || group >= count)) {
            throw new IllegalArgumentException("every group must be in 0 .. " + (count - 1));
        }
        this.groups = groups;
        this.count = count;
    }

    /** Every code is a group of its own. */
    public static Grouping identity(int size) {
        return new Grouping(IntStream.range(0, size).toArray(), size);
    }

    /** The {@code kept} most frequent codes are groups of their own, ties to the lower code; all others share one. */
    public static Grouping frequent(Marginal codes, int kept) {
        int size = codes.domain().size(0);
        if (size <= kept + 1) {
            return identity(size);
        }
        int[] groups = new int[size];
        Arrays.fill(groups, kept);
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Long.compare(codes.count(b), codes.count(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < kept; rank++) {
            groups[order[rank]] = rank;
        }
        return new Grouping(groups, kept + 1);
    }

    /**
     * At most {@code most} groups of neighbouring codes with near equal counts.
     *
     * @param apart whether code 0 is a group of its own, whatever its count
     */
    public static Grouping equalMass(Marginal codes, int most, boolean apart) {
        int size = codes.domain().size(0);
        if (size <= most) {
            return identity(size);
        }
        int[] groups = new int[size];
        int group = 0;
        long inGroup = 0;
        long seen = 0;
        for (int code = 0; code < size; code++) {
            long here = codes.count(code);
            boolean full = (seen + here / 2) * most > (group + 1) * codes.total();
            if (group < most - 1 && ((apart && code == 1) || (full && inGroup > 0))) {
                group++;
                inGroup = 0;
            }
            groups[code] = group;
            inGroup += here;
            seen += here;
        }
        return new Grouping(groups, group + 1);
    }

    /**
     * Groups of neighbours, or of any, joined until each that has rows has at least so many. A first group without rows stays.
     *
     * @param ordered whether only neighbours may be joined
     */
    public Grouping joined(Marginal codes, long least, boolean ordered) {
        long[] rows = new long[count];
        codes.forEach((code, here) -> rows[groups[(int) code]] += here);
        int[] to = ordered ? neighbours(rows, least) : others(rows, least);
        int[] joined = Arrays.stream(groups).map(group -> to[group]).toArray();
        return new Grouping(joined, Arrays.stream(to).max().orElse(0) + 1);
    }

    private static int[] neighbours(long[] rows, long least) {
        int[] to = new int[rows.length];
        int group = 0;
        long inGroup = 0;
        for (int at = 0; at < rows.length; at++) {
            if (at > 0 && (inGroup >= least || (at == 1 && rows[0] == 0))) {
                group++;
                inGroup = 0;
            }
            to[at] = group;
            inGroup += rows[at];
        }
        for (int at = rows.length - 1; inGroup < least && group > 0 && at >= 0 && to[at] == group; at--) {
            to[at] = group - 1;
        }
        return to;
    }

    /** Small ones join each other and, where that is not enough, the first large one. */
    private static int[] others(long[] rows, long least) {
        long small = Arrays.stream(rows).filter(here -> here < least).sum();
        int[] to = new int[rows.length];
        int next = 0;
        int rest = -1;
        for (int at = 0; at < rows.length; at++) {
            if (rows[at] >= least) {
                to[at] = next++;
            } else if (small < least) {
                to[at] = 0;
            } else {
                rest = rest < 0 ? next++ : rest;
                to[at] = rest;
            }
        }
        return to;
    }

    /** Number of groups. */
    public int count() {
        return count;
    }

    /** Number of codes. */
    public int size() {
        return groups.length;
    }

    /** The group of a code, from 0. */
    public int group(int code) {
        return groups[code];
    }

    /** Replaces the first {@code rows} codes by their groups. */
    void apply(int[] codes, int rows) {
        for (int row = 0; row < rows; row++) {
            codes[row] = groups[codes[row]];
        }
    }
}
