package io.understudy.check.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores beside their definitions, written out row by row and pair by pair. */
class ScoresTest {
    private static final int ROWS = 80;

    /** A target of as many classes, the first one the most frequent; none for a quantity. */
    private static Target target(int classes) {
        boolean quantity = classes == 0;
        int size = quantity ? 9 : classes;
        int[] codes = IntStream.range(0, size)
                .flatMap(code -> IntStream.generate(() -> code).limit(quantity ? 10 : 20L * (size - code)))
                .toArray();
        Variable variable = new Variable("target", size, quantity, false);
        Domain domain = new Domain(List.of(variable));
        double[] numbers = IntStream.range(0, size).asDoubleStream().toArray();
        Space space =
                new Space(domain, List.of(quantity ? new Space.Numbers(new int[size], numbers) : new Space.Labels()));
        Block block = Block.empty(domain, 0, codes.length);
        block.write(0, codes);
        Marginal column = new LocalTable(domain, List.of(block))
                .compute(Marginals.ofColumns(domain))
                .get(0);
        return Target.of(space, 0, column, 1).orElseThrow();
    }

    private record Drawn(Predicted predicted, double[] truth, double[][] scores, int[] weights) {
        static Drawn of(Target target, long seed) {
            Random random = new Random(seed);
            int values = target.classes() == 0 ? 9 : target.classes();
            double[] truth = random.ints(ROWS, 0, values).asDoubleStream().toArray();
            double[][] scores = new double[target.outcomes()][];
            for (int o = 0; o < scores.length; o++) {
                scores[o] = random.ints(ROWS, 0, 12).mapToDouble(i -> i / 11.0).toArray();
            }
            double[] shares = new double[scores.length];
            Arrays.fill(shares, 0.3);
            int[] weights = random.ints(ROWS, 0, 3).toArray();
            return new Drawn(new Predicted(target, truth, scores, shares), truth, scores, weights);
        }
    }

    private static double area(double[] scores, double[] truth, int positive, int[] weights) {
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                if (truth[i] == positive && truth[j] != positive) {
                    double weight = weights[i] * weights[j];
                    pairs += weight;
                    won += weight * (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0);
                }
            }
        }
        return won / pairs;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theAreaIsTheShareOfPairsInOrder(long seed) {
        Drawn two = Drawn.of(target(2), seed);
        assertThat(Ranking.AUC.of(two.predicted, two.weights))
                .isCloseTo(area(two.scores[0], two.truth, 1, two.weights), within(1e-12));
        Drawn three = Drawn.of(target(3), seed);
        double mean = IntStream.range(0, 3)
                .mapToDouble(c -> area(three.scores[c], three.truth, c, three.weights))
                .average()
                .orElseThrow();
        assertThat(Ranking.AUC.of(three.predicted, three.weights)).isCloseTo(mean, within(1e-12));
    }

    /** The sum over thresholds of precision times the recall gained, as its definition says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void averagePrecisionIsTheSumOverThresholds(long seed) {
        Drawn drawn = Drawn.of(target(2), seed);
        double sum = 0;
        double recall = 0;
        for (int step = 11; step >= 0; step--) {
            double threshold = step / 11.0;
            double said = 0;
            double right = 0;
            double positive = 0;
            for (int i = 0; i < ROWS; i++) {
                boolean above = drawn.scores[0][i] >= threshold;
                said += above ? drawn.weights[i] : 0;
                right += above && drawn.truth[i] == 1 ? drawn.weights[i] : 0;
                positive += drawn.truth[i] == 1 ? drawn.weights[i] : 0;
            }
            sum += said == 0 ? 0 : (right / positive - recall) * right / said;
            recall = right / positive;
        }
        assertThat(Ranking.AVERAGE_PRECISION.of(drawn.predicted, drawn.weights)).isCloseTo(sum, within(1e-12));
    }

    @Test
    void f1IsTheMeanOverClasses() {
        double[] truth = {0, 0, 1, 1, 2};
        double[][] scores = {{.8, .1, .1, .2, .5}, {.1, .8, .8, .7, .3}, {.1, .1, .1, .1, .2}};
        Predicted predicted = new Predicted(target(3), truth, scores, new double[] {.4, .4, .2});
        double mean = (2.0 * 1 / (2 + 2) + 2.0 * 2 / (3 + 2) + 0) / 3;
        assertThat(Accuracy.MACRO_F1.of(predicted, new int[] {1, 1, 1, 1, 1})).isCloseTo(mean, within(1e-12));
    }

    @Test
    void quantitiesAreScoredBySquares() {
        Predicted predicted =
                new Predicted(target(0), new double[] {1, 2, 3, 8}, new double[][] {{1, 3, 3, 4}}, new double[] {.5});
        int[] weights = {1, 1, 2, 0};
        assertThat(Accuracy.RMSE.of(predicted, weights)).isCloseTo(Math.sqrt(1 / 4.0), within(1e-12));
        double spread = (1 + 4 + 2 * 9) - 4 * 2.25 * 2.25;
        assertThat(Accuracy.R2.of(predicted, weights)).isCloseTo(1 - 1 / spread, within(1e-12));
    }

    @Test
    void gapsCompareGroupsThatHaveEnoughRows() {
        double[] truth = {1, 1, 0, 0, 1, 1, 0, 0, 1};
        double[][] scores = {{.9, .8, .7, .1, .6, .2, .1, .1, .9}};
        int[] groups = {0, 0, 0, 0, 1, 1, 1, 1, 2};
        int[] once = new int[9];
        Arrays.fill(once, 1);
        // Called are the five highest of nine: rows 0, 1, 2, 4 and 8.
        Predicted predicted = new Predicted(target(2), truth, scores, new double[] {5 / 9.0});
        assertThat(new Gap(Gap.Kind.PARITY, groups, 3, 2).of(predicted, once)).isCloseTo(0.5, within(1e-12));
        assertThat(new Gap(Gap.Kind.PARITY, groups, 3, 1).of(predicted, once)).isCloseTo(0.75, within(1e-12));
        assertThat(new Gap(Gap.Kind.ODDS, groups, 3, 2).of(predicted, once)).isCloseTo(0.5, within(1e-12));
        assertThat(new Gap(Gap.Kind.ERROR, groups, 3, 2).of(predicted, once)).isCloseTo(0, within(1e-12));
        assertThat(new Gap(Gap.Kind.PARITY, groups, 3, 5).of(predicted, once)).isNaN();
    }

    @Test
    void equalScoresAreCalledTogether() {
        double[] truth = {1, 0, 0, 0};
        Predicted predicted = new Predicted(target(2), truth, new double[][] {{.5, .5, .5, .1}}, new double[] {.25});
        assertThat(IntStream.range(0, 4).filter(row -> predicted.called(0, row)).count())
                .isZero();
        Predicted more = new Predicted(target(2), truth, new double[][] {{.5, .5, .5, .1}}, new double[] {.5});
        assertThat(IntStream.range(0, 4).filter(row -> more.called(0, row)).count())
                .isEqualTo(3);
    }

    @Test
    void ranksAgreeAsSpearmanSays() {
        assertThat(RankAgreement.of(new double[] {1, 2, 3, 4}, new double[] {10, 20, 30, 31}))
                .isEqualTo(1);
        assertThat(RankAgreement.of(new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1}))
                .isEqualTo(-1);
        // Without ties it is 1 - 6 sum d^2 / (n (n^2 - 1)): here the ranks differ by 1, 1, 0, 0.
        assertThat(RankAgreement.of(new double[] {1, 2, 3, 4}, new double[] {2, 1, 3, 4}))
                .isCloseTo(1 - 6 * 2 / 60.0, within(1e-12));
        assertThat(RankAgreement.of(new double[] {1, 1, 2}, new double[] {0, 0, 0}))
                .isZero();
    }
}
