package io.understudy.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Average precision of scores of some rows: the precision at each rare row, from the highest score down; equal scores are
 * taken together.
 */
final class Precision {
    private final double[] scores;
    private final boolean[] rare;
    private final int[] descending;

    Precision(double[] scores, boolean[] rare) {
        this.scores = scores;
        this.rare = rare;
        this.descending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @param weights how often each row counts */
    double average(int[] weights) {
        double found = 0;
        double all = 0;
        double sum = 0;
        for (int at = 0; at < descending.length; ) {
            double here = 0;
            double score = scores[descending[at]];
            for (; at < descending.length && scores[descending[at]] == score; at++) {
                here += rare[descending[at]] ? weights[descending[at]] : 0;
                all += weights[descending[at]];
            }
            found += here;
            sum += here == 0 ? 0 : here * found / all;
        }
        return sum / found;
    }

    /** Every row once. */
    double average() {
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        return average(once);
    }
}
