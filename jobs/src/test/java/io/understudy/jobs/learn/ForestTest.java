package io.understudy.jobs.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Marginals;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forests in memory: cuts against trying all of them, and what they learn against what is there to learn. */
class ForestTest {
    private static final int LEVELS = 200;
    private static final int LABELS = 12;
    private static final int ROWS = 4_000;
    private static final Space SPACE = new Space(
            new Domain(List.of(
                    Variable.ordinal("number", LEVELS),
                    Variable.nominal("label", LABELS),
                    Variable.ordinal("noise", LEVELS))),
            List.of(levels(), new Space.Labels(), levels()));

    private static Space.Numbers levels() {
        return new Space.Numbers(
                IntStream.range(0, LEVELS).toArray(),
                IntStream.range(0, LEVELS).asDoubleStream().toArray());
    }

    /** Rows at random, shape (rows, columns), and features of such rows. */
    private record Drawn(Features features, double[][] rows) {
        static Drawn of(long seed) {
            Random random = new Random(seed);
            Block block = Block.empty(SPACE.domain(), 0, ROWS);
            for (int v = 0; v < SPACE.domain().width(); v++) {
                block.write(v, random.ints(ROWS, 0, SPACE.domain().size(v)).toArray());
            }
            LocalTable table = new LocalTable(SPACE.domain(), List.of(block));
            Features features = new Features(SPACE, table.compute(Marginals.ofColumns(SPACE.domain())));
            return new Drawn(features, features.of(block));
        }

        double[] truth(ToDoubleFunction<double[]> law) {
            return Arrays.stream(rows).mapToDouble(law).toArray();
        }
    }

    private static double classOf(double[] row) {
        return (row[0] > 120) != (row[1] % 3 == 0) ? 1 : 0;
    }

    private static double kindOf(double[] row) {
        return row[0] < 70 ? 0 : row[1] < 5 ? 1 : 2;
    }

    private static double quantityOf(double[] row) {
        return 1e7 + 100 * row[0] + 5_000 * (row[1] % 2);
    }

    private static double accuracy(double[][] said, double[] truth) {
        return IntStream.range(0, truth.length)
                        .filter(row -> said[row][(int) truth[row]]
                                == Arrays.stream(said[row]).max().orElse(-1))
                        .count()
                / (double) truth.length;
    }

    @Test
    void twoClassesThatNoFeatureTellsAloneAreToldApart() {
        Drawn learned = Drawn.of(1);
        Drawn tried = Drawn.of(2);
        Forest forest = new Forest.Plan(learned.features, 2, 5).grow(learned.rows, learned.truth(ForestTest::classOf));
        assertThat(accuracy(forest.predict(tried.rows), tried.truth(ForestTest::classOf)))
                .isGreaterThan(0.97);
        assertThat(forest.importances()[2]).isLessThan(0.1);
        assertThat(Arrays.stream(forest.importances()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void moreClassesAreToldApart() {
        Drawn learned = Drawn.of(1);
        Drawn tried = Drawn.of(2);
        Forest forest = new Forest.Plan(learned.features, 3, 5).grow(learned.rows, learned.truth(ForestTest::kindOf));
        double[][] said = forest.predict(tried.rows);
        assertThat(accuracy(said, tried.truth(ForestTest::kindOf))).isGreaterThan(0.97);
        assertThat(Arrays.stream(said[0]).sum()).isCloseTo(1, within(1e-9));
    }

    /** Quantities whose mean is large beside what tells them apart lose nothing of it. */
    @Test
    void quantitiesAreExplained() {
        Drawn learned = Drawn.of(1);
        Drawn tried = Drawn.of(2);
        Forest forest =
                new Forest.Plan(learned.features, 0, 5).grow(learned.rows, learned.truth(ForestTest::quantityOf));
        double[] truth = tried.truth(ForestTest::quantityOf);
        double[][] said = forest.predict(tried.rows);
        double mean = Arrays.stream(truth).average().orElseThrow();
        double left = 0;
        double all = 0;
        for (int row = 0; row < truth.length; row++) {
            left += Math.pow(said[row][0] - truth[row], 2);
            all += Math.pow(mean - truth[row], 2);
        }
        assertThat(1 - left / all).isGreaterThan(0.9);
    }

    @Test
    void theSameRowsInTheSameOrderGiveTheSameForest() {
        Drawn learned = Drawn.of(1);
        double[] truth = learned.truth(ForestTest::classOf);
        Forest.Plan plan = new Forest.Plan(learned.features, 2, 5);
        Forest once = plan.grow(learned.rows, truth);
        Forest again = plan.grow(learned.rows, truth);
        assertThat(again.predict(learned.rows)).isDeepEqualTo(once.predict(learned.rows));
        assertThat(again.importances()).isEqualTo(once.importances());
        Forest other = new Forest.Plan(learned.features, 2, 6).grow(learned.rows, truth);
        assertThat(other.importances()).isNotEqualTo(once.importances());
    }

    @Test
    void whereThereIsNothingToLearnEveryRowIsTheAverage() {
        Drawn learned = Drawn.of(1);
        Forest forest = new Forest.Plan(learned.features, 2, 5).grow(learned.rows, new double[ROWS]);
        assertThat(Arrays.stream(forest.predict(learned.rows)).mapToDouble(said -> said[1]))
                .containsOnly(0.0);
        assertThat(forest.importances()).containsOnly(0.0);
    }

    /** Of all ways to part the bins, for labels; of all ways that keep their order, for numbers. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBestCutIsTheBestOfAll(long seed) {
        Random random = new Random(seed);
        int bins = 7;
        int targets = 1 + random.nextInt(2);
        double[] sums = new double[bins * (targets + 1)];
        for (int row = 0; row < 200; row++) {
            int bin = random.nextInt(bins);
            double other = random.nextInt(bins) < bin ? 1 : 0;
            sums[bin * (targets + 1)] += other;
            if (targets == 2) {
                sums[bin * (targets + 1) + 1] += 1 - other;
            }
            sums[bin * (targets + 1) + targets]++;
        }
        double ofAll = 0;
        double inOrder = 0;
        for (int left = 1; left < (1 << bins) - 1; left++) {
            double gain = gain(sums, bins, targets, left);
            ofAll = Math.max(ofAll, gain);
            inOrder = (left & (left + 1)) == 0 ? Math.max(inOrder, gain) : inOrder;
        }
        assertThat(Cut.of(0, true, sums, bins, targets, Forest.LEAF).gain()).isCloseTo(ofAll, within(1e-6));
        assertThat(Cut.of(0, false, sums, bins, targets, Forest.LEAF).gain()).isCloseTo(inOrder, within(1e-6));
    }

    private static double gain(double[] sums, int bins, int targets, int left) {
        double[][] sides = new double[2][targets + 1];
        for (int bin = 0; bin < bins; bin++) {
            for (int i = 0; i <= targets; i++) {
                sides[(left >> bin) & 1][i] += sums[bin * (targets + 1) + i];
            }
        }
        if (Math.min(sides[0][targets], sides[1][targets]) < Forest.LEAF) {
            return 0;
        }
        double gain = 0;
        for (int i = 0; i < targets; i++) {
            double both = sides[0][i] + sides[1][i];
            gain += sides[0][i] * sides[0][i] / sides[0][targets] + sides[1][i] * sides[1][i] / sides[1][targets];
            gain -= both * both / (sides[0][targets] + sides[1][targets]);
        }
        return gain;
    }

    @Test
    void numbersFallEvenlyIntoBins() {
        Drawn learned = Drawn.of(1);
        Bins bins = Bins.of(learned.features, learned.rows);
        int[] counts = new int[Bins.MOST];
        for (byte bin : bins.of(learned.rows)[0]) {
            counts[bin]++;
        }
        assertThat(bins.count(0)).isEqualTo(Bins.MOST);
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(ROWS / Bins.MOST / 2);
        assertThat(bins.count(1)).isEqualTo(LABELS);
    }
}
