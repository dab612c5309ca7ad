package io.understudy.jobs.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Table;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final int SIZE = 40;
    private static final Space SPACE = new Space(
            new Domain(List.of(new Variable("number", SIZE, true, false), new Variable("label", SIZE, false, false))),
            List.of(
                    new Space.Numbers(
                            IntStream.range(0, SIZE).toArray(),
                            IntStream.range(0, SIZE).mapToDouble(i -> i).toArray()),
                    new Space.Labels()));

    /** Two columns of which the second follows the first, or not. */
    private static Table table(long seed, int rows, boolean dependent) {
        Random random = new Random(seed);
        Block block = Block.empty(SPACE.domain(), 0, rows);
        int[] number = random.ints(rows, 0, SIZE).toArray();
        int[] other = random.ints(rows, 0, SIZE).toArray();
        block.write(0, number);
        block.write(
                1,
                dependent
                        ? IntStream.range(0, rows)
                                .map(i -> (number[i] + other[i] / 8) % SIZE)
                                .toArray()
                        : other);
        return new LocalTable(SPACE.domain(), List.of(block));
    }

    private static Finding measure(Table train, Table synthetic) {
        Assessed tables = new Assessed(SPACE, train, train, synthetic, new LocalSearch(SPACE, 0));
        return new Detection(0.95, 3).measure(tables).get(0);
    }

    @Test
    void tellsIndependentColumnsFromDependentOnes() {
        Finding finding = measure(table(1, 3000, true), table(2, 3000, false));
        assertThat(finding.name()).isEqualTo("quality.c2st-auc");
        assertThat(finding.low()).isGreaterThan(0.8);
    }

    @Test
    void cannotTellAnotherSampleOfTheSamePopulation() {
        Finding finding = measure(table(1, 3000, true), table(2, 3000, true));
        assertThat(finding.value()).isCloseTo(0.5, within(0.04));
        assertThat(finding.baseline()).isEqualTo(0.5);
        assertThat(finding.low()).isLessThan(finding.value());
    }

    /** All pairs of a positive and a negative, one after the other. */
    @Test
    void theAreaIsTheShareOfPairsInOrder() {
        Random random = new Random(5);
        double[] scores = random.ints(60, 0, 12).asDoubleStream().toArray();
        boolean[] positive = new boolean[60];
        for (int i = 0; i < 60; i++) {
            positive[i] = random.nextInt(3) == 0;
        }
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(Auc.of(scores, positive).value()).isCloseTo(wins / pairs, within(1e-12));
    }
}
