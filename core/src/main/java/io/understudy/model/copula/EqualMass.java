package io.understudy.model.copula;

/** Cuts a sequence of counts into runs of about the same mass. */
final class EqualMass {
    private EqualMass() {}

    /**
     * The run of each position: 0, 0, 1, ..., non-decreasing, fewer than {@code limit}.
     *
     * <p>Each run aims at an equal part of the mass that the runs before it left over, so that a point mass does not
     * starve the rest of runs. Positions without mass join a neighbour.
     */
    static int[] runs(long[] counts, int limit) {
        int[] runs = new int[counts.length];
        long left = sum(counts);
        long filled = 0;
        int run = 0;
        for (int i = 0; i < counts.length; i++) {
            double target = (double) left / (limit - run);
            boolean fuller = filled + 0.5 * counts[i] > target;
            if (filled > 0 && counts[i] > 0 && fuller && run < limit - 1) {
                left -= filled;
                filled = 0;
                run++;
            }
            runs[i] = run;
            filled += counts[i];
        }
        return runs;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
