package io.understudy.jobs.learn;

import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A forest (Breiman 2001) of {@value #TREES} trees of depth {@value #DEPTH} on rows in memory: the same rows in the same
 * order and the same seed give the same one.
 */
final class Forest {
    static final int TREES = 60;
    static final int DEPTH = 10;
    /** Rows on either side of a cut at least. */
    static final int LEAF = 5;

    private final Bins bins;
    private final List<Tree> trees;
    private final Unit unit;
    private final double[] importances;

    private Forest(Bins bins, List<Tree> trees, Unit unit, double[] importances) {
        this.bins = bins;
        this.trees = trees;
        this.unit = unit;
        this.importances = importances;
    }

    /**
     * How forests of one task are grown.
     *
     * @param classes how many there are; 0 where a quantity is predicted
     * @param seed    of all that is drawn
     */
    record Plan(Features features, int classes, long seed) {

        /** @param truth the class of each row, or its quantity where there are no classes */
        Forest grow(double[][] rows, double[] truth) {
            Bins bins = Bins.of(features, rows);
            Unit unit = classes > 0 ? new Unit(0, 1) : Unit.of(truth);
            double[] inUnits = Arrays.stream(truth)
                    .map(number -> (number - unit.zero) / unit.one)
                    .toArray();
            Growing.Lesson lesson = new Growing.Lesson(bins, bins.of(rows), inUnits, classes);
            List<Growing.Grown> grown = IntStream.range(0, TREES)
                    .parallel()
                    .mapToObj(tree -> new Growing(lesson, Hash.combine(seed, tree)).grown())
                    .toList();
            return new Forest(bins, grown.stream().map(Growing.Grown::tree).toList(), unit, importances(grown));
        }

        private double[] importances(List<Growing.Grown> grown) {
            double[] sums = new double[features.width()];
            grown.forEach(one -> Arrays.setAll(sums, i -> sums[i] + one.shares()[i]));
            double all = Arrays.stream(sums).sum();
            return Arrays.stream(sums).map(sum -> all == 0 ? 0 : sum / all).toArray();
        }
    }

    /** How a quantity is measured while trees grow: from its mean in standard deviations, so that squares lose nothing. */
    private record Unit(double zero, double one) {
        static Unit of(double[] quantity) {
            double mean = Arrays.stream(quantity).average().orElse(0);
            double variance = Arrays.stream(quantity)
                    .map(number -> (number - mean) * (number - mean))
                    .average()
                    .orElse(0);
            return new Unit(mean, variance > 0 ? Math.sqrt(variance) : 1);
        }
    }

    /** What the trees say on average of each row: the chance of each class, or the quantity alone; shape (rows, classes). */
    double[][] predict(double[][] rows) {
        byte[][] codes = bins.of(rows);
        double[][] said = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            double[] sum = new double[trees.get(0).says(codes, row).length];
            for (Tree tree : trees) {
                double[] says = tree.says(codes, row);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += says[i] / TREES;
                }
            }
            said[row] = Arrays.stream(sum)
                    .map(share -> unit.zero + unit.one * share)
                    .toArray();
        }
        return said;
    }

    /** How much each feature adds, together 1, or all 0 where none does. */
    double[] importances() {
        return importances.clone();
    }
}
