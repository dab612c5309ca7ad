package io.understudy.model.copula;

import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds the order in which the levels of each variable lie along its latent normal.
 *
 * <p>Ordered variables keep theirs, except that a missing level may stand anywhere. The levels of a nominal one are
 * arranged so that one correlation a pair carries as much as it can: the aim is the Gaussian information, the sum of -1/2
 * log(1 - r^2) over all pairs of normal scores. Each variable in turn is sorted by the direction in which that aim rises,
 * the weighted sum of the others' mean scores, until nothing moves: alternating least squares of nonlinear principal
 * components (Gifi 1990) with information in place of variance. Several starts, the best end.
 */
final class LatentOrder {
    private static final int STARTS = 8;
    private static final int SWEEPS = 50;
    /** Rows of average score that are added to each level, so that rare levels do not go to the ends by chance. */
    private static final double SHRINKAGE = 10;

    /** Keeps the information of variables that determine each other finite. */
    private static final double MOST_SQUARED = 0.9999;

    private final List<Levels> levels;
    private final PairTables tables;
    private final int[][] orders;
    private final double[][] scores;

    private LatentOrder(List<Levels> levels, PairTables tables, long start) {
        this.levels = levels;
        this.tables = tables;
        this.orders = new int[levels.size()][];
        this.scores = new double[levels.size()][];
        for (int v = 0; v < orders.length; v++) {
            long key = Hash.combine(start, v);
            place(v, levels.get(v).free() ? sorted(v, level -> Hash.uniform(Hash.combine(key, level))) : identity(v));
        }
    }

    /** The levels of each variable in latent order; shape (width, levels). */
    static int[][] find(List<Levels> levels, PairTables tables) {
        LatentOrder best = climbed(levels, tables, 0);
        boolean oneEnd = levels.stream().noneMatch(Levels::free);
        for (int start = 1; start < STARTS && !oneEnd; start++) {
            LatentOrder other = climbed(levels, tables, start);
            best = other.information() > best.information() ? other : best;
        }
        return best.orders;
    }

    private static LatentOrder climbed(List<Levels> levels, PairTables tables, long start) {
        LatentOrder order = new LatentOrder(levels, tables, start);
        boolean moved = true;
        for (int sweep = 0; sweep < SWEEPS && moved; sweep++) {
            moved = order.sweep();
        }
        return order;
    }

    private boolean sweep() {
        boolean moved = false;
        for (int v = 0; v < orders.length; v++) {
            int[] before = orders[v];
            if (levels.get(v).free()) {
                arrange(v);
            } else if (levels.get(v).variable().ordered()
                    && levels.get(v).variable().missing()) {
                placeMissing(v);
            }
            moved |= !Arrays.equals(before, orders[v]);
        }
        return moved;
    }

    /** Sorts the levels of a nominal variable by the gradient of the information. */
    private void arrange(int v) {
        double[] target = new double[orders[v].length];
        for (int other = 0; other < orders.length; other++) {
            if (other != v) {
                double[] means = means(v, other);
                double r = correlation(v, means);
                double weight = r / (1 - Math.min(r * r, MOST_SQUARED));
                for (int level = 0; level < target.length; level++) {
                    target[level] += weight * means[level];
                }
            }
        }
        long[] masses = levels.get(v).masses();
        place(v, sorted(v, level -> target[level] * masses[level] / (masses[level] + SHRINKAGE)));
    }

    /** Tries the missing level, which is level 0, at every position among the others. */
    private void placeMissing(int v) {
        double[][] means = new double[orders.length][];
        for (int other = 0; other < orders.length; other++) {
            means[other] = other == v ? new double[orders[v].length] : means(v, other);
        }
        int[] best = orders[v];
        double most = information(v, means);
        for (int position = 0; position < best.length; position++) {
            place(v, withMissingAt(position, best.length));
            double information = information(v, means);
            if (information > most) {
                most = information;
                best = orders[v];
            }
        }
        place(v, best);
    }

    private static int[] withMissingAt(int position, int count) {
        return IntStream.range(0, count)
                .map(i -> i < position ? i + 1 : i == position ? 0 : i)
                .toArray();
    }

    private void place(int v, int[] order) {
        long[] masses = levels.get(v).masses();
        double[] ranked = Scores.normal(
                Arrays.stream(order).mapToLong(level -> masses[level]).toArray());
        double[] byLevel = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            byLevel[order[i]] = ranked[i];
        }
        orders[v] = order;
        scores[v] = byLevel;
    }

    /** The mean score of {@code other} over the rows of each level of {@code v}. */
    private double[] means(int v, int other) {
        PairTable table = tables.table(v, other);
        long[] masses = levels.get(v).masses();
        double[] of = scores[other];
        double[] means = new double[table.rows()];
        for (int level = 0; level < means.length; level++) {
            double sum = 0;
            for (int j = 0; j < of.length; j++) {
                sum += table.count(level, j) * of[j];
            }
            means[level] = masses[level] == 0 ? 0 : sum / masses[level];
        }
        return means;
    }

    /** The correlation of the scores of {@code v} with those of another variable, of which the means are given. */
    private double correlation(int v, double[] means) {
        long[] masses = levels.get(v).masses();
        double sum = 0;
        double rows = 0;
        for (int level = 0; level < means.length; level++) {
            sum += masses[level] * scores[v][level] * means[level];
            rows += masses[level];
        }
        return sum / rows;
    }

    private double information(int v, double[][] means) {
        double sum = 0;
        for (double[] of : means) {
            double r = correlation(v, of);
            sum -= 0.5 * StrictMath.log(1 - Math.min(r * r, MOST_SQUARED));
        }
        return sum;
    }

    private double information() {
        double sum = 0;
        for (int v = 0; v < orders.length; v++) {
            double[][] means = new double[v][];
            for (int other = 0; other < v; other++) {
                means[other] = means(v, other);
            }
            sum += information(v, means);
        }
        return sum;
    }

    private int[] identity(int v) {
        return IntStream.range(0, levels.get(v).count()).toArray();
    }

    private int[] sorted(int v, IntToDoubleFunction key) {
        return IntStream.range(0, levels.get(v).count())
                .boxed()
                .sorted(Comparator.comparingDouble(key::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
