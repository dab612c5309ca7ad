package io.understudy.jobs.learn;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.domain.Block;
import io.understudy.stat.Marginals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a classifier can tell synthetic rows from rows that were learned from (Lopez-Paz and Oquab 2017): {@code
 * quality.c2st-auc}, the area under the ROC curve of a forest on rows that they were not trained on. 0.5 is perfect.
 *
 * <p>The baseline is 0.5, which another real sample has by symmetry. Much below it synthetic rows are copies: nearer to the
 * training rows than new ones would be. At most {@value #ROWS} rows of either side, always the same ones in the same
 * order, so that the same tables give the same number. Nothing is found with fewer than {@value #LEAST}: the interval
 * would say nothing.
 *
 * @param confidence of the interval
 */
public record Detection(double confidence, long seed, Halves halves) implements Check {
    static final int ROWS = 10_000;

    private static final int LEAST = 1_000;
    private static final int LEAST_OF_HALF = LEAST / 4;

    /** How rows are parted: a forest of one half is tried on the other. */
    public enum Halves {
        /** Equal rows are in both. */
        OF_ROWS,
        /**
         * All equal rows are in one, real and synthetic ones: where real rows have copies, a forest would else know those of
         * the other half and tell them from synthetic rows by that. Where rows are of so few patterns that a half has
         * too few, it is as with rows: then synthetic ones have all patterns too.
         */
        OF_PATTERNS
    }

    /** Of rows that stand for themselves. */
    Detection(double confidence, long seed) {
        this(confidence, seed, Halves.OF_ROWS);
    }

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        Block real = tables.train().sample(ROWS, seed);
        Block synthetic = tables.synthetic().sample(ROWS, seed);
        if (Math.min(real.rows(), synthetic.rows()) < LEAST) {
            return List.of();
        }
        Features features = new Features(
                tables.space(),
                tables.train().compute(Marginals.ofColumns(tables.space().domain())));
        double[][] ours = Shuffled.of(features.of(synthetic), seed);
        double[][] theirs = Shuffled.of(features.of(real), seed + 1);
        Forest.Plan plan = new Forest.Plan(features, 2, seed);
        Half[] parts = parts(ours, theirs);
        Half even = parts[0];
        Half odd = parts[1];
        Auc[] folds = {even.grow(plan, odd), odd.grow(plan, even)};
        double value = Auc.mean(folds);
        double half = Interval.z(confidence) * Math.hypot(folds[0].error(), folds[1].error()) / 2;
        return List.of(
                new Finding(name(), "c2st-auc", "", value, Math.max(0, value - half), Math.min(1, value + half), 0.5));
    }

    private Half[] parts(double[][] ours, double[][] theirs) {
        if (halves == Halves.OF_PATTERNS) {
            Half one = Half.of(Shuffled.half(ours, seed, 0), Shuffled.half(theirs, seed, 0));
            Half other = Half.of(Shuffled.half(ours, seed, 1), Shuffled.half(theirs, seed, 1));
            if (Math.min(one.rows.length, other.rows.length) >= 2 * LEAST_OF_HALF) {
                return new Half[] {one, other};
            }
        }
        int size = Math.min(ours.length, theirs.length);
        return new Half[] {
            new Half(every(ours, size, 0), every(theirs, size, 0)),
            new Half(every(ours, size, 1), every(theirs, size, 1))
        };
    }

    /** Every other one of the first rows. */
    private static double[][] every(double[][] rows, int size, int first) {
        return IntStream.iterate(first, i -> i < size, i -> i + 2)
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
    }

    /** Synthetic and real rows by turns. */
    private record Half(double[][] rows) {

        Half(double[][] synthetic, double[][] real) {
            this(IntStream.range(0, 2 * synthetic.length)
                    .mapToObj(i -> (i % 2 == 0 ? synthetic : real)[i / 2])
                    .toArray(double[][]::new));
        }

        /** As many of either as there are of both. */
        static Half of(double[][] synthetic, double[][] real) {
            int size = Math.min(synthetic.length, real.length);
            return new Half(Arrays.copyOf(synthetic, size), Arrays.copyOf(real, size));
        }

        private static boolean synthetic(int row) {
            return row % 2 == 0;
        }

        /** Learns from these rows to tell them apart, and tries it on others. */
        Auc grow(Forest.Plan plan, Half others) {
            double[] labels = IntStream.range(0, rows.length)
                    .mapToDouble(row -> synthetic(row) ? 1 : 0)
                    .toArray();
            double[][] said = plan.grow(rows, labels).predict(others.rows);
            double[] scores =
                    Arrays.stream(said).mapToDouble(shares -> shares[1]).toArray();
            boolean[] positive = new boolean[scores.length];
            for (int row = 0; row < positive.length; row++) {
                positive[row] = synthetic(row);
            }
            return Auc.of(scores, positive);
        }
    }
}
