package io.understudy.check.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.BoxTree;
import io.understudy.neighbour.Space;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullTest {
    private static final Domain DOMAIN = new Domain(List.of(Variable.nominal("a", 50), Variable.nominal("b", 4)));
    private static final Space SPACE = new Space(DOMAIN, List.of(new Space.Labels(), new Space.Labels()));

    private static Pull pull(Block synthetic, Block train, Block holdout) {
        Pull pull = new Pull();
        pull.add(
                BoxTree.of(SPACE, List.of(train)).nearest(synthetic),
                BoxTree.of(SPACE, List.of(holdout)).nearest(synthetic));
        return pull;
    }

    private static Block rows(int rows, Random random) {
        Block block = Block.empty(DOMAIN, 0, rows);
        block.write(0, random.ints(rows, 0, 50).map(code -> code * code / 50).toArray());
        block.write(1, random.ints(rows, 0, 4).toArray());
        return block;
    }

    private static Block row(int a, int b) {
        Block block = Block.empty(DOMAIN, 0, 1);
        block.write(0, new int[] {a});
        block.write(1, new int[] {b});
        return block;
    }

    @Test
    void sharesATieInProportionOfTheTiedRows() {
        Block train = Block.empty(DOMAIN, 0, 3);
        Block holdout = Block.empty(DOMAIN, 0, 1);
        Pull pull = pull(row(0, 1), train, holdout);
        assertThat(pull.closer().estimate(2).value()).isCloseTo(0.75, within(1e-9));
    }

    /**
     * Rows full of ties against 100 train and 25 to 400 holdout rows. Over 400 draws the mean must be the ratio of sizes
     * within four of its standard errors, and 95 % intervals must hold it in 91 % or more: a false alarm in 10,000.
     */
    @ParameterizedTest
    @ValueSource(ints = {25, 100, 400})
    void chanceGivesTheRatioOfSizesWhateverTiesThereAre(int holdout) {
        double expected = 100.0 / (100 + holdout);
        Random random = new Random(holdout);
        int draws = 400;
        double sum = 0;
        double squares = 0;
        int covered = 0;
        for (int draw = 0; draw < draws; draw++) {
            Estimate share = pull(rows(60, random), rows(100, random), rows(holdout, random))
                    .closer()
                    .estimate(1.96);
            sum += share.value();
            squares += share.value() * share.value();
            boolean inside = share.interval().low() <= expected
                    && expected <= share.interval().high();
            covered += inside ? 1 : 0;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        assertThat(mean).isCloseTo(expected, within(4 * error));
        assertThat(covered).isGreaterThanOrEqualTo((int) (0.91 * draws));
    }

    @Test
    void copiesOfTrainingRowsAreInExcessAndCommonRowsAreNot() {
        Random random = new Random(5);
        Block train = rows(100, random);
        Pull copied = pull(train, train, rows(100, random));
        Pull common = pull(rows(100, random), Block.empty(DOMAIN, 0, 80), Block.empty(DOMAIN, 0, 80));
        assertThat(copied.copiesExcess(0.5, 2).value()).isBetween(0.2, 1.0);
        assertThat(common.copiesExcess(0.5, 2).value()).isZero();
    }
}
