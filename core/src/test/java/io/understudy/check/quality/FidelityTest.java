package io.understudy.check.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.CheckContract;
import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Statistic;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FidelityTest extends CheckContract {

    @Override
    protected Check check() {
        return new Fidelity();
    }

    private static Measured measured(MixedTables tables) {
        return Measured.by(new Fidelity(), tables);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithDefinitionsOnRawRows(long seed) {
        MixedTables tables = MixedTables.exchangeable(seed, 900, 500, 700);
        distort(tables.synthetic());
        Measured measured = measured(tables);
        for (int a = 0; a < tables.number().length; a++) {
            assertErrors(measured.get("column-shape", "v" + a), tables, NaiveQuality.shape(tables, a));
            for (int b = a + 1; b < tables.number().length; b++) {
                assertErrors(
                        measured.get("pair-trend", "v" + a + " × v" + b), tables, NaiveQuality.trend(tables, a, b));
            }
        }
        assertThat(measured.get("shape-error").value()).isGreaterThan(0.05);
        assertThat(measured.get("trend-error").value()).isGreaterThan(0.02);
    }

    /** Stretches one number and swaps labels, so that no error is near 0. */
    private static void distort(double[][] synthetic) {
        for (int row = 0; row < synthetic[0].length; row++) {
            synthetic[0][row] = synthetic[0][row] * 1.2 + row % 7;
            synthetic[2][row] = row % 3 == 0 ? 1 : synthetic[2][row];
            synthetic[4][row] = row % 5 == 0 ? Double.NaN : synthetic[4][row];
        }
    }

    private static void assertErrors(Finding finding, MixedTables tables, NaiveQuality.Gap error) {
        assertThat(finding.value()).as(finding.subject()).isCloseTo(error.of(tables.synthetic()), within(1e-6));
        assertThat(finding.baseline()).as(finding.subject()).isCloseTo(error.of(tables.holdout()), within(1e-6));
    }

    @Test
    void averagesWhatIsDefined() {
        Measured measured = measured(MixedTables.exchangeable(7, 400, 300, 300));
        assertThat(measured.get("shape-error").value()).isCloseTo(mean(measured, "column-shape"), within(1e-12));
        assertThat(measured.get("trend-error").value()).isCloseTo(mean(measured, "pair-trend"), within(1e-12));
    }

    private static double mean(Measured measured, String metric) {
        return measured.findings().stream()
                .filter(finding -> finding.metric().equals(metric))
                .mapToDouble(Finding::value)
                .average()
                .orElseThrow();
    }

    @Test
    void copiesHaveNoError() {
        MixedTables tables = MixedTables.exchangeable(6, 500, 300, 1);
        Measured measured = measured(tables.withSynthetic(tables.train()));
        assertThat(measured.findings()).allMatch(finding -> finding.value() == 0);
        assertThat(measured.get("shape-error").baseline()).isGreaterThan(0.01);
    }

    @Test
    void leavesOutCorrelationsOfWhatDoesNotVary() {
        double[][] train = {{5, 5, 5, 5}, {1, 2, 3, 4}};
        double[][] other = {{5, 5, 6, 5}, {1, 2, 3, 5}};
        MixedTables tables = new MixedTables(new boolean[] {true, true}, train, other, other);
        Measured measured = measured(tables);
        assertThat(measured.find("pair-trend", "v0 × v1")).isEmpty();
        assertThat(measured.get("trend-error").value()).isZero();
        assertThat(measured.get("column-shape", "v0").value()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void missingNumbersAreLeftOutOfShapesUnlessAllAreMissing() {
        double nan = Double.NaN;
        double[][] half = {{1, nan, 2, nan}, {nan, nan, nan, nan}, {1, 1, 1, 1}};
        double[][] full = {{1, 2, 1, 2}, {nan, nan, nan, nan}, {nan, nan, nan, nan}};
        MixedTables tables = new MixedTables(new boolean[] {true, true, true}, half, half, full);
        Measured measured = measured(tables);
        assertThat(measured.get("column-shape", "v0").value()).isZero();
        assertThat(measured.find("column-shape", "v1")).isEmpty();
        assertThat(measured.get("column-shape", "v2").value()).isEqualTo(1);
    }

    @Test
    void oneColumnHasNoTrendToMiss() {
        double[][] column = {{1, 2, 3}};
        Measured measured = measured(new MixedTables(new boolean[] {true}, column, column, column));
        assertThat(measured.get("trend-error").value()).isZero();
    }

    @Test
    void readsEachTableTwice() {
        Assessed tables = MixedTables.exchangeable(8, 200, 200, 200).coded(3);
        Counting train = new Counting(tables.train());
        Counting holdout = new Counting(tables.holdout());
        Counting synthetic = new Counting(tables.synthetic());
        new Fidelity().measure(new Assessed(tables.space(), train, holdout, synthetic, tables.search()));
        assertThat(new int[] {train.passes, holdout.passes, synthetic.passes}).containsExactly(2, 2, 2);
    }

    /** Counts how often a table is read. */
    private static final class Counting implements Table {
        private final Table table;
        private int passes;

        private Counting(Table table) {
            this.table = table;
        }

        @Override
        public Domain domain() {
            return table.domain();
        }

        @Override
        public long rows() {
            return table.rows();
        }

        @Override
        public <S, R> R compute(Statistic<S, R> statistic) {
            passes++;
            return table.compute(statistic);
        }

        @Override
        public Table part(double from, double to, long seed) {
            return table.part(from, to, seed);
        }

        @Override
        public Table where(int variable, long[] codes) {
            return table.where(variable, codes);
        }

        @Override
        public Table together(int variable) {
            return table.together(variable);
        }

        @Override
        public Block sample(int rows, long seed) {
            passes++;
            return table.sample(rows, seed);
        }

        @Override
        public <R extends Serializable> List<R> run(Block shared, int count, Task<R> task) {
            return table.run(shared, count, task);
        }
    }
}
