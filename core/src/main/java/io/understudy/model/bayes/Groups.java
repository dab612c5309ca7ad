package io.understudy.model.bayes;

import java.util.Arrays;

/**
 * The target's codes in one node, put into a few groups: what a split is judged by.
 *
 * <p>Groups are formed anew in every node from the rows at hand: equal shares of them for an ordered target, the most
 * frequent labels and the rest for a nominal one. So splits see the shape of the distribution, not only its mean, at a
 * resolution that grows with depth, and hundreds of codes do not drown them in chance gains.
 */
final class Groups {
    private final int[] groupOfCode;
    private final int[] counts;
    private int size;

    Groups(int codes, int most) {
        this.groupOfCode = new int[codes];
        this.counts = new int[most];
    }

    int size() {
        return size;
    }

    int of(int code) {
        return groupOfCode[code];
    }

    int count(int group) {
        return counts[group];
    }

    /** Forms groups of near equal counts, in the order of the codes; a code with missing rows first is its own. */
    void ordered(int[] histogram, int rows, boolean missing) {
        Arrays.fill(counts, 0);
        int group = 0;
        int seen = 0;
        for (int code = 0; code < histogram.length; code++) {
            int here = histogram[code];
            boolean heavy = (long) here * counts.length > rows;
            boolean full = (long) (seen + here / 2) * counts.length > (long) (group + 1) * rows;
            if (counts[group] > 0
                    && group < counts.length - 1
                    && here > 0
                    && (heavy || full || (missing && code == 1))) {
                group++;
            }
            groupOfCode[code] = group;
            counts[group] += here;
            seen += here;
        }
        size = group + 1;
    }

    /** Gives the most frequent labels a group each and the others the last. */
    void nominal(int[] histogram) {
        Arrays.fill(counts, 0);
        int last = counts.length - 1;
        long[] ranked = new long[histogram.length];
        for (int code = 0; code < ranked.length; code++) {
            ranked[code] = ((long) histogram[code] << Integer.SIZE) | (Integer.MAX_VALUE - code);
        }
        Arrays.sort(ranked);
        size = 0;
        for (int rank = 0; rank < ranked.length; rank++) {
            int code = Integer.MAX_VALUE - (int) ranked[ranked.length - 1 - rank];
            int group = Math.min(rank, last);
            groupOfCode[code] = group;
            counts[group] += histogram[code];
            size = Math.max(size, histogram[code] > 0 ? group + 1 : size);
        }
    }
}
