package io.understudy.check.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import io.understudy.check.PrivacyContract;
import io.understudy.gate.Preset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistancesTest extends PrivacyContract {
    private static final double CONFIDENCE = Preset.DEFAULT.gate().confidence();

    @Override
    protected Check check() {
        return new Distances(CONFIDENCE);
    }

    private static Finding finding(MixedTables tables, String metric) {
        return Measured.by(new Distances(CONFIDENCE), tables).get(metric);
    }

    @Test
    void countsCopiesOfTrainingRows() {
        MixedTables tables = MixedTables.exchangeable(2, 1000, 1000, 600);
        MixedTables leaking = tables.withSynthetic(replaced(tables.synthetic(), tables.train(), 60));
        assertThat(finding(tables, "exact-copies").value()).isZero();
        assertThat(finding(leaking, "exact-copies").value()).isEqualTo(0.1);
        assertThat(finding(leaking, "copies-excess").value()).isCloseTo(0.1, within(1e-9));
        assertThat(finding(leaking, "copies-excess").low()).isGreaterThan(0.05);
        assertThat(finding(leaking, "dcr-p05").value()).isZero();
        assertThat(finding(leaking, "dcr-p05").baseline()).isGreaterThan(0);
    }

    private static double[][] replaced(double[][] synthetic, double[][] train, int rows) {
        double[][] leaking = new double[synthetic.length][];
        for (int v = 0; v < leaking.length; v++) {
            leaking[v] = synthetic[v].clone();
            System.arraycopy(train[v], 0, leaking[v], 0, rows);
        }
        return leaking;
    }

    @Test
    void jitteredTrainingRowsAreFoundByTheShareThoughNoCopyExists() {
        MixedTables tables = MixedTables.exchangeable(4, 1000, 1000, 1);
        double[][] jittered = replaced(tables.train(), tables.train(), 0);
        Random random = new Random(1);
        for (int row = 0; row < jittered[0].length; row++) {
            jittered[0][row] *= 1 + 0.01 * random.nextGaussian();
        }
        MixedTables leaking = tables.withSynthetic(jittered);
        assertThat(finding(leaking, "exact-copies").value()).isZero();
        assertThat(finding(leaking, "closer-to-train").low()).isGreaterThan(0.9);
    }

    @Test
    void rowsThatStandOutAndAreRepeatedGiveTheTrainingRowsAway() {
        MixedTables tables = MixedTables.exchangeable(6, 1000, 1000, 1);
        MixedTables leaking = tables.withSynthetic(tables.train());
        assertThat(finding(leaking, "outliers-closer-to-train").baseline()).isEqualTo(0.5);
        assertThat(finding(leaking, "outliers-closer-to-train").value()).isEqualTo(1);
        assertThat(finding(leaking, "outliers-closer-to-train").low()).isGreaterThan(0.8);
        assertThat(finding(leaking, "outliers-reproduced").value()).isEqualTo(1);
        assertThat(finding(leaking, "outliers-reproduced").baseline()).isZero();
    }

    /** Intervals of 98.3 % over 20 harmless tables: three misses or more have a chance of one in 200. */
    @Test
    void rowsThatStandOutSayNothingInHarmlessTables() {
        int misses = 0;
        long reproduced = 0;
        for (int seed = 1; seed <= 20; seed++) {
            MixedTables tables = MixedTables.exchangeable(seed, 1200, 400, 1500);
            Finding share = finding(tables, "outliers-closer-to-train");
            assertThat(share.baseline()).isEqualTo(0.75);
            misses += share.low() <= 0.75 && 0.75 <= share.high() ? 0 : 1;
            reproduced += finding(tables, "outliers-reproduced").value() > 0 ? 1 : 0;
        }
        assertThat(misses).isLessThanOrEqualTo(2);
        assertThat(reproduced).isPositive();
    }

    /** One column of two labels: every row is a copy of thousands, and nobody has leaked. */
    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 4000})
    void rowsThatAllTablesShareAreNoLeak(int holdout) {
        Random random = new Random(holdout);
        MixedTables tables =
                new MixedTables(new boolean[1], labels(1000, random), labels(holdout, random), labels(500, random));
        double expected = 1000.0 / (1000 + holdout);
        assertThat(finding(tables, "exact-copies").value()).isEqualTo(1);
        assertThat(finding(tables, "exact-copies").baseline()).isEqualTo(1);
        assertThat(finding(tables, "closer-to-train").baseline()).isEqualTo(expected);
        assertThat(finding(tables, "closer-to-train").value()).isCloseTo(expected, within(0.02));
        assertThat(finding(tables, "copies-excess").low()).isLessThan(0.005);
    }

    private static double[][] labels(int rows, Random random) {
        return new double[][] {random.ints(rows, 0, 2).asDoubleStream().toArray()};
    }

    @Test
    void refusesAConfidenceThatIsNone() {
        assertThatThrownBy(() -> new Distances(1)).hasMessage("confidence must lie between 0 and 1, got 1.0");
    }
}
