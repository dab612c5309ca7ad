package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class RakingTest {
    private static final Domain DOMAIN = new Domain(List.of(Variable.nominal("first", 2), Variable.nominal("then", 3)));
    /** Rows of the model have the two codes of the first variable as often as each other. */
    private static final TreeCpd FIRST = new TreeCpd(0, leaf(), Distributions.of(new double[][] {{0.5, 0.5}}), 100);

    private static final double[][] THEN = {{0.2, 0.3, 0.5}, {0.6, 0.4, 0}};

    private static Tree leaf() {
        return Growing.none().flattened(List.of());
    }

    private static TreeCpd then() {
        Growing root = Growing.none();
        root.split = new Split(0, 1, Tree.ordered(), 1);
        root.below = Growing.none();
        root.above = Growing.none();
        return new TreeCpd(1, root.flattened(List.of()), Distributions.of(THEN), 100);
    }

    private static List<TreeCpd> raked(List<Raking.Aim> first, List<Raking.Aim> then) {
        return Raking.raked(DOMAIN, List.of(new Raking.Aimed(FIRST, first), new Raking.Aimed(then(), then)), 1);
    }

    /** Oracle: the mixture by hand. Odds between codes of one leaf change alike in both. */
    @Test
    void theColumnHasItsSharesAgainAndLeavesTheirOdds() {
        List<TreeCpd> raked = raked(
                List.of(new Raking.Aim(1, new long[] {700, 300})),
                List.of(new Raking.Aim(2, new long[] {300, 350, 350})));
        assertThat(raked.get(0).distributions().probability(0, 0)).isCloseTo(0.7, within(1e-6));
        Distributions then = raked.get(1).distributions();
        double[] wanted = {0.3, 0.35, 0.35};
        for (int code = 0; code < 3; code++) {
            double mixed = 0.7 * then.probability(0, code) + 0.3 * then.probability(1, code);
            assertThat(mixed).isCloseTo(wanted[code], within(0.003));
        }
        double odds = then.probability(0, 0) / then.probability(0, 1) / (THEN[0][0] / THEN[0][1]);
        assertThat(then.probability(1, 0) / then.probability(1, 1) / (THEN[1][0] / THEN[1][1]))
                .isCloseTo(odds, within(1e-4));
        assertThat(then.probability(1, 2)).isZero();
    }

    @Test
    void leavesThatBelongToDifferentAimsAreRakedApart() {
        Distributions then = raked(
                        List.of(new Raking.Aim(1, new long[] {500, 500})),
                        List.of(new Raking.Aim(1, new long[] {100, 100, 200}), new Raking.Aim(1, new long[] {30, 10, 0
                        })))
                .get(1)
                .distributions();
        assertThat(then.probability(0, 0)).isCloseTo(0.25, within(1e-4));
        assertThat(then.probability(1, 0)).isCloseTo(0.75, within(1e-4));
    }

    @Test
    void noFactorIsAboveFourAndNothingComesFromNothing() {
        Distributions then = raked(
                        List.of(new Raking.Aim(1, new long[] {1, 1})),
                        List.of(new Raking.Aim(1, new long[] {1, 1, 1000}), new Raking.Aim(1, new long[] {1, 1, 1000})))
                .get(1)
                .distributions();
        assertThat(then.probability(0, 2) / then.probability(0, 0))
                .isLessThanOrEqualTo(16 * THEN[0][2] / THEN[0][0] + 1e-6);
        assertThat(then.probability(1, 2)).isZero();
    }
}
