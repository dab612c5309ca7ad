package io.understudy.check.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.stat.LongCounts;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocTest {
    private static final double Z = Interval.z(0.95);

    private static LongCounts counts(long[] scores) {
        LongCounts counts = new LongCounts();
        Arrays.stream(scores).forEach(score -> counts.add(score, 1));
        return counts;
    }

    private static long[] scores(int rows, double shift, Random random) {
        long[] scores = new long[rows];
        Arrays.setAll(scores, i -> Math.round(4 * (shift + random.nextGaussian())));
        return scores;
    }

    @Test
    void theAreaIsTheShareOfPairsInOrder() {
        Random random = new Random(2);
        long[] members = scores(150, 0.5, random);
        long[] others = scores(90, 0, random);
        double wins = 0;
        for (long member : members) {
            for (long other : others) {
                wins += member > other ? 1 : member == other ? 0.5 : 0;
            }
        }
        assertThat(Roc.of(counts(members), counts(others)).auc("auc", "", Z).value())
                .isCloseTo(wins / 150 / 90, within(1e-12));
    }

    /** 400 draws without any difference; 95 % intervals must hold 0.5 in 91 % or more: a false alarm in 10,000. */
    @Test
    void intervalsOfTheAreaHoldTheTruth() {
        Random random = new Random(3);
        int covered = 0;
        for (int draw = 0; draw < 400; draw++) {
            Finding auc = Roc.of(counts(scores(120, 0, random)), counts(scores(60, 0, random)))
                    .auc("auc", "", Z);
            covered += auc.low() <= 0.5 && auc.high() >= 0.5 ? 1 : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(364);
    }

    /** The interval is cautious on both sides: 400 draws at 5 % false alarms, all but a few hold 5 %. */
    @Test
    void intervalsOfWhatIsCaughtHoldTheTruth() {
        Random random = new Random(4);
        int covered = 0;
        double sum = 0;
        for (int draw = 0; draw < 400; draw++) {
            Finding caught = Roc.of(counts(scores(500, 0, random)), counts(scores(400, 0, random)))
                    .caught("tpr", "", 0.05, Z);
            covered += caught.low() <= 0.05 && caught.high() >= 0.05 ? 1 : 0;
            sum += caught.value();
        }
        assertThat(covered).isGreaterThanOrEqualTo(380);
        assertThat(sum / 400).isCloseTo(0.05, within(0.004));
    }

    @Test
    void perfectScoresCatchAllAndTooFewRowsDecideNothing() {
        Roc perfect = Roc.of(counts(new long[] {9, 9, 8}), counts(new long[] {1, 2}));
        assertThat(perfect.auc("auc", "", Z).value()).isEqualTo(1);
        Finding caught = perfect.caught("tpr", "", 0.01, Z);
        assertThat(caught.value()).isEqualTo(1);
        assertThat(caught.low()).isZero();
        assertThat(perfect.exposed("exposed", "", Z).value()).isEqualTo(3);
        Finding none = Roc.of(new LongCounts(), new LongCounts()).auc("auc", "", Z);
        assertThat(new double[] {none.low(), none.high()}).containsExactly(0, 1);
    }
}
