package io.understudy.codec;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Groups neighbouring cells of near equal mass when there are more of them than codes. */
final class CodeGroups {
    private final long[] weights;
    private final int most;

    private CodeGroups(long[] weights, int most) {
        this.weights = weights;
        this.most = most;
    }

    /** The group of each cell: ascending from 0 without gaps, at most {@code most} groups; a heavy cell has its own. */
    static int[] assign(long[] weights, int most) {
        return new CodeGroups(weights, most).assign();
    }

    /** Heavy cells and what is left between them can make more groups than planned; then each must weigh more. */
    private int[] assign() {
        int[] groups = new int[weights.length];
        if (weights.length <= most) {
            Arrays.setAll(groups, i -> i);
            return groups;
        }
        long target = LongStream.of(weights).sum() / most + 1;
        while (group(groups, target) > most) {
            target += target / 16 + 1;
        }
        return groups;
    }

    private int group(int[] groups, long target) {
        int group = 0;
        long mass = 0;
        for (int i = 0; i < weights.length; i++) {
            if (mass > 0 && (mass >= target || weights[i] >= target)) {
                group++;
                mass = 0;
            }
            mass += weights[i];
            groups[i] = group;
        }
        return group + 1;
    }
}
