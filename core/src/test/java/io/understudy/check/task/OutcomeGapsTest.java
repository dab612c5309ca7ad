package io.understudy.check.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Check;
import io.understudy.check.CheckContract;
import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns v0, the outcome, and v1, the groups, where nothing else is said. */
class OutcomeGapsTest extends CheckContract {
    private static final boolean[] LABELS = {false, false};

    @Override
    protected Check check() {
        return new OutcomeGaps("v2", List.of("v3", "v0", "v5"), 10, 0.95);
    }

    private static OutcomeGaps gaps(int k) {
        return new OutcomeGaps("v0", List.of("v1"), k, 0.95);
    }

    /** As many rows as asked for in each group, of which so many have the outcome, which must be the rarer one. */
    private static double[][] table(int[] rows, int[] outcomes) {
        double[][] columns = new double[2][IntStream.of(rows).sum()];
        int row = 0;
        for (int group = 0; group < rows.length; group++) {
            for (int i = 0; i < rows[group]; i++, row++) {
                columns[0][row] = i < outcomes[group] ? 1 : 0;
                columns[1][row] = group;
            }
        }
        return columns;
    }

    private static Measured measured(int k, double[][] real, double[][] synthetic) {
        return Measured.by(gaps(k), new MixedTables(LABELS, real, real, synthetic));
    }

    @Test
    void comparesTheRatesOfGroups() {
        double[][] real = table(new int[] {200, 100, 50}, new int[] {40, 30, 20});
        double[][] synthetic = table(new int[] {100, 200, 50}, new int[] {10, 80, 25});
        Measured measured = measured(10, real, synthetic);
        assertThat(measured.get("outcome-gap", "v1").value()).isCloseTo(0.4, within(1e-12));
        assertThat(measured.get("outcome-gap", "v1").baseline()).isCloseTo(0.2, within(1e-12));
        assertThat(measured.get("outcome-rate", "v1: label 1").value()).isCloseTo(0.1, within(1e-12));
        assertThat(measured.get("outcome-rate", "v1: label 1").baseline()).isCloseTo(0.2, within(1e-12));
        assertThat(measured.get("outcome-rate", "v1: label 3").value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aWidenedGapIsFlagged() {
        double[][] real = table(new int[] {2000, 1000}, new int[] {500, 200});
        double[][] synthetic = table(new int[] {2000, 1000}, new int[] {600, 100});
        Finding gap = measured(10, real, synthetic).get("outcome-gap", "v1");
        assertThat(gap.low()).isGreaterThan(gap.baseline());
    }

    /** Of 400 unbiased tables 10 at most are expected to be flagged (one side of 95 %); 20 or more would be chance once in 300 times. */
    @Test
    void anUnbiasedTableIsFlaggedInAtMostOneOfFortyCases() {
        Random random = new Random(11);
        double[] rates = {0.3, 0.25, 0.3, 0.2};
        int[] rows = {400, 300, 200, 100};
        int flagged = 0;
        for (int i = 0; i < 400; i++) {
            double[][] real = table(rows, draw(rows, rates, random));
            double[][] synthetic = table(rows, draw(rows, rates, random));
            Finding gap = measured(10, real, synthetic).get("outcome-gap", "v1");
            flagged += gap.low() > gap.baseline() ? 1 : 0;
        }
        assertThat(flagged).isLessThan(20);
    }

    private static int[] draw(int[] rows, double[] rates, Random random) {
        return IntStream.range(0, rows.length)
                .map(group -> (int) random.doubles(rows[group])
                        .filter(uniform -> uniform < rates[group])
                        .count())
                .toArray();
    }

    @Test
    void groupsOfFewerThanKRowsAreMergedAndNobodysLabelIsNamed() {
        double[][] table = table(new int[] {200, 100, 9, 8, 7}, new int[] {40, 30, 2, 2, 2});
        List<Finding> findings = gaps(10).measure(new MixedTables(LABELS, table, table, table).coded(2));
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("v1", "v1: label 1", "v1: label 2", "v1: all others");
        assertThat(findings.get(3).value()).isCloseTo(6 / 24.0, within(1e-12));
    }

    @Test
    void groupsThatAreTooFewTogetherAreLeftOut() {
        double[][] table = table(new int[] {200, 100, 9}, new int[] {40, 30, 9});
        List<Finding> findings = gaps(10).measure(new MixedTables(LABELS, table, table, table).coded(2));
        assertThat(findings).extracting(Finding::subject).containsExactly("v1", "v1: label 1", "v1: label 2");
    }

    @Test
    void nothingIsFoundWhereTheTargetDoesNotVaryOrIsNotThere() {
        double[][] table = table(new int[] {200, 100}, new int[] {0, 0});
        MixedTables tables = new MixedTables(LABELS, table, table, table);
        assertThat(gaps(10).measure(tables.coded(1))).isEmpty();
        assertThat(new OutcomeGaps("elsewhere", List.of("v1"), 10, 0.95).measure(tables.coded(1)))
                .isEmpty();
        assertThat(new OutcomeGaps("v1", List.of("v1", "elsewhere"), 10, 0.95).measure(tables.coded(1)))
                .isEmpty();
    }

    @Test
    void ofAQuantityTheOutcomeIsToExceedTheMiddleOfTheTrainingRows() {
        double[][] real = {{1, 2, 3, 4, 5, 6, 7, 8}, {0, 0, 0, 0, 1, 1, 1, 1}};
        double[][] synthetic = {{1, 2, 3, 8, 5, 6, 7, 1}, {0, 0, 0, 0, 1, 1, 1, 1}};
        Measured measured = Measured.by(gaps(1), new MixedTables(new boolean[] {true, false}, real, real, synthetic));
        assertThat(measured.get("outcome-gap", "v1").baseline()).isEqualTo(1);
        assertThat(measured.get("outcome-gap", "v1").value()).isEqualTo(0.5);
    }

    @Test
    void ofSeveralClassesTheWidestGapCounts() {
        double[][] real = {{0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2}, {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}};
        double[][] synthetic = {{0, 0, 0, 1, 2, 2, 0, 1, 1, 1, 1, 2}, {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}};
        Measured measured = measured(1, real, synthetic);
        assertThat(measured.get("outcome-gap", "v1").value()).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(measured.get("outcome-gap", "v1").baseline()).isZero();
        assertThat(measured.find("outcome-rate", "v1: label 1")).isEmpty();
    }
}
