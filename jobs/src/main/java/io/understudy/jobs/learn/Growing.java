package io.understudy.jobs.learn;

import io.understudy.random.Hash;
import io.understudy.random.Philox;
import java.util.Arrays;

/**
 * Grows one tree of a forest: on rows drawn with replacement, which are weights of Poisson's law, and at every node by the
 * best of a few features drawn for it. All draws are functions of the seed.
 */
final class Growing {
    /** What rows teach: bins of shape (width, rows), and the class or quantity of each row. */
    record Lesson(Bins bins, byte[][] codes, double[] truth, int classes) {
        int targets() {
            return Math.max(1, classes);
        }

        /** How many features are looked at for a cut: the square root for classes, a third for quantities (Breiman 2001). */
        int tried() {
            return (int) Math.ceil(classes > 0 ? Math.sqrt(bins.width()) : bins.width() / 3.0);
        }
    }

    private final Lesson lesson;
    private final long seed;
    private final int[] weights;
    private final Tree tree = new Tree();
    /** By feature, what cuts by it gained. */
    private final double[] gains;

    private int drawn;

    Growing(Lesson lesson, long seed) {
        this.lesson = lesson;
        this.seed = seed;
        this.weights = weights(lesson.truth().length, seed);
        this.gains = new double[lesson.bins().width()];
    }

    /** Drawn by Poisson's law of mean 1. */
    private static int[] weights(int rows, long seed) {
        int[] weights = new int[rows];
        for (int row = 0; row < rows; row++) {
            double left = Philox.uniform(seed, row, 0);
            double chance = 1 / Math.E;
            while (left >= chance && chance > 0) {
                left -= chance;
                chance /= ++weights[row];
            }
        }
        return weights;
    }

    /**
     * What has grown.
     *
     * @param shares by feature, what cuts by it gained of all; all 0 where nothing was
     */
    record Grown(Tree tree, double[] shares) {}

    Grown grown() {
        int[] rows = new int[weights.length];
        int count = 0;
        for (int row = 0; row < weights.length; row++) {
            rows[count] = row;
            count += weights[row] > 0 ? 1 : 0;
        }
        int[] all = Arrays.copyOf(rows, count);
        grow(tree.leaf(says(all)), all, 0);
        double sum = Arrays.stream(gains).sum();
        return new Grown(
                tree,
                Arrays.stream(gains).map(gain -> sum == 0 ? 0 : gain / sum).toArray());
    }

    private void grow(int leaf, int[] rows, int depth) {
        Cut cut = depth < Forest.DEPTH ? best(rows) : Cut.NONE;
        if (cut.gain() > 0) {
            gains[cut.feature()] += cut.gain();
            int[] left = side(rows, cut, 1);
            int[] right = side(rows, cut, 0);
            int first = tree.leaf(says(left));
            int second = tree.leaf(says(right));
            tree.cut(leaf, cut.feature(), cut.left(), first);
            grow(first, left, depth + 1);
            grow(second, right, depth + 1);
        }
    }

    private int[] side(int[] rows, Cut cut, int side) {
        byte[] codes = lesson.codes()[cut.feature()];
        return Arrays.stream(rows)
                .filter(row -> ((cut.left() >>> codes[row]) & 1) == side)
                .toArray();
    }

    private Cut best(int[] rows) {
        Cut best = Cut.NONE;
        for (int feature : drawn()) {
            int bins = lesson.bins().count(feature);
            double[] sums = new double[bins * (lesson.targets() + 1)];
            sum(rows, lesson.codes()[feature], sums);
            Cut cut = Cut.of(feature, lesson.bins().labels(feature), sums, bins, lesson.targets(), Forest.LEAF);
            best = cut.gain() > best.gain() ? cut : best;
        }
        return best;
    }

    /** Some features, each once. */
    private int[] drawn() {
        int[] features = new int[lesson.bins().width()];
        Arrays.setAll(features, feature -> feature);
        int tried = lesson.tried();
        for (int i = 0; i < tried; i++) {
            int other = i + (int) Hash.below(Hash.combine(seed, drawn++), features.length - i);
            int feature = features[other];
            features[other] = features[i];
            features[i] = feature;
        }
        return Arrays.copyOf(features, tried);
    }

    /** Adds up targets and weights by bin. */
    private void sum(int[] rows, byte[] codes, double[] sums) {
        int stride = lesson.targets() + 1;
        for (int row : rows) {
            int at = codes[row] * stride;
            if (lesson.classes() > 0) {
                sums[at + (int) lesson.truth()[row]] += weights[row];
            } else {
                sums[at] += weights[row] * lesson.truth()[row];
            }
            sums[at + stride - 1] += weights[row];
        }
    }

    private double[] says(int[] rows) {
        double[] sums = new double[lesson.targets() + 1];
        sum(rows, new byte[weights.length], sums);
        double weight = Math.max(1, sums[sums.length - 1]);
        return Arrays.stream(sums)
                .limit(lesson.targets())
                .map(sum -> sum / weight)
                .toArray();
    }
}
