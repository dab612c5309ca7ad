package io.understudy.check.task;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation (1904), ties at their mean rank. */
public final class RankAgreement {
    private RankAgreement() {}

    /** -1 .. 1; 0 where either does not vary. */
    public static double of(double[] left, double[] right) {
        double[] a = ranks(left);
        double[] b = ranks(right);
        double middle = (a.length + 1) / 2.0;
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - middle) * (b[i] - middle);
            ofA += (a[i] - middle) * (a[i] - middle);
            ofB += (b[i] - middle) * (b[i] - middle);
        }
        return ofA == 0 || ofB == 0 ? 0 : both / Math.sqrt(ofA * ofB);
    }

    private static double[] ranks(double[] numbers) {
        int[] order = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> numbers[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[numbers.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && numbers[order[to]] == numbers[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
