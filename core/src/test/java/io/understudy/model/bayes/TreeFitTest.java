package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeFitTest {
    private static final int ROWS = 6_000;
    private static final int GROUPS = 20;
    private static final int CODES = 400;
    private static final TreeNetworkSettings SETTINGS = new TreeNetworkSettings(20, 1, 1, 1, 1, 1);

    /** Every group has eight numbers of its own, scattered over all: neighbours have nothing to do with each other. */
    @Test
    void leavesLeanAsOnNamesWhereNeighboursAreUnrelated() {
        TreeFit.Fitted fitted = fit((group, row) -> (group * 8 + (int) (uniform(row, 1) * 8)) * 149 % CODES);
        assertThat(fitted.tree().leaves()).isGreaterThanOrEqualTo(GROUPS / 2);
        assertThat(fitted.refinement().weight(deepest(fitted.refinement()), 0.5))
                .isLessThan(1);
    }

    @Test
    void leavesLeanMoreInDetailWhereNeighboursAreAlike() {
        TreeFit.Fitted fitted = fit((group, row) -> group * 10 + (int) (uniform(row, 1) * 200));
        assertThat(fitted.refinement().weight(deepest(fitted.refinement()), 0.5))
                .isGreaterThan(1);
    }

    private static int deepest(Refinement refinement) {
        return refinement.cell(CODES - 1);
    }

    private interface Target {
        int of(int group, int row);
    }

    private static TreeFit.Fitted fit(Target target) {
        Domain domain = new Domain(List.of(Variable.nominal("group", GROUPS), Variable.ordinal("number", CODES)));
        Block rows = Block.empty(domain, 0, ROWS);
        int[] group = new int[ROWS];
        int[] number = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            group[row] = (int) (uniform(row, 0) * GROUPS);
            number[row] = target.of(group[row], row);
        }
        rows.write(0, group);
        rows.write(1, number);
        return new TreeFit(
                        domain,
                        new Structure(List.of(0, 1), List.of(List.of(), List.of(0)), List.of(), Map.of()),
                        SETTINGS)
                .run(rows, 1);
    }

    private static double uniform(int row, int draw) {
        return Philox.uniform(11, row, draw);
    }
}
