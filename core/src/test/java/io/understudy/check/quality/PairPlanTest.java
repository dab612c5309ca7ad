package io.understudy.check.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.MixedTables;
import io.understudy.domain.Clique;
import io.understudy.stat.Marginals;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairPlanTest {
    private static final MixedTables TABLES = MixedTables.exchangeable(1, 500, 400, 300);

    private static PairPlan plan(MixedTables tables, int maxCells) {
        Assessed coded = tables.coded(2);
        return new PairPlan(
                coded, coded.train().compute(Marginals.ofColumns(coded.space().domain())), maxCells);
    }

    @Test
    void severalPassesFindWhatOneFinds() {
        PairPlan whole = plan(TABLES, PairPlan.MAX_CELLS);
        PairPlan cut = plan(TABLES, 500);
        assertThat(whole.passes(whole.pairs())).hasSize(1);
        assertThat(cut.passes(cut.pairs())).hasSizeGreaterThan(3);
        assertThat(PairTrends.findings(TABLES.coded(2), cut)).isEqualTo(PairTrends.findings(TABLES.coded(2), whole));
    }

    @Test
    void everyPairIsMeasuredOnce() {
        PairPlan plan = plan(TABLES, 400);
        List<Clique> measured = plan.passes(plan.pairs()).stream()
                .flatMap(pass ->
                        List.of(pass.tabled(), pass.correlated()).stream().flatMap(List::stream))
                .toList();
        assertThat(measured).containsExactlyInAnyOrderElementsOf(plan.pairs()).doesNotHaveDuplicates();
    }

    /** 600 labels against 600 in at most 100 cells: nine labels each count on their own. */
    @Test
    void labelsTooManyForMemoryAreMerged() {
        int rows = 2000;
        double[][] train = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            train[0][row] = row % 2 == 0 ? row % 4 : row % 600;
            train[1][row] = row % 2 == 0 ? row % 4 : row % 599;
        }
        double[][] synthetic = {train[0], train[1].clone()};
        Arrays.fill(synthetic[1], 0, rows / 2, 2);
        MixedTables tables = new MixedTables(new boolean[2], train, train, synthetic);

        double exact = trend(tables, PairPlan.MAX_CELLS).value();
        Finding merged = trend(tables, 100);

        assertThat(exact).isCloseTo(NaiveQuality.trend(tables, 0, 1).of(synthetic), within(1e-12));
        assertThat(merged.value()).isBetween(0.25, exact);
        assertThat(merged.baseline()).isZero();
    }

    private static Finding trend(MixedTables tables, int maxCells) {
        return PairTrends.findings(tables.coded(1), plan(tables, maxCells)).get(1);
    }

    @Test
    void noPairsNeedNoPass() {
        double[][] column = {{1, 2, 3}};
        PairPlan plan = plan(new MixedTables(new boolean[] {true}, column, column, column), PairPlan.MAX_CELLS);
        assertThat(plan.passes(plan.pairs())).isEmpty();
    }
}
