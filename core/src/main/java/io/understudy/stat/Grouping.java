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
            if ((full || (apart && code == 1)) && inGroup > 0 && group < most - 1) {
                group++;
                inGroup = 0;
            }
            groups[code] = group;
            inGroup += here;
            seen += here;
        }
        return new Grouping(groups, group + 1);
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
