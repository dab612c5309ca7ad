package io.understudy.model.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.LocalTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopulaEstimatorTest {
    private static final int ROWS = 50_000;
    private static final long SEED = 11;

    /** The standard error of each is below 0.005. */
    @Test
    void findsTheLatentCorrelationsOfCodedRows() {
        double[][] truth = {{1, 0.7, -0.4}, {0.7, 1, 0.1}, {-0.4, 0.1, 1}};
        Domain domain =
                new Domain(List.of(Variable.ordinal("a", 100), Variable.ordinal("b", 4), Variable.nominal("c", 2)));
        Block rows = Latents.draw(truth, ROWS, SEED)
                .cut(domain, Latents.even(100), Latents.even(4), latent -> latent > 1.3 ? 1 : 0);
        GaussianCopula copula = fit(domain, rows);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(copula.correlation(i, j)).isCloseTo(truth[i][j], within(0.02));
            }
        }
    }

    @Test
    void findsTheOrderBehindLabels() {
        Domain domain = new Domain(
                List.of(Variable.nominal("label", 7), Variable.ordinal("a", 30), Variable.nominal("other", 5)));
        int[] names = {3, 0, 6, 1, 5, 2, 4};
        int[] others = {2, 4, 1, 0, 3};
        Block rows = Latents.draw(3, 0.6, ROWS, SEED)
                .cut(domain, Latents.named(names), Latents.even(30), Latents.named(others));
        GaussianCopula copula = fit(domain, rows);
        assertThat(copula.margins().get(0).codes())
                .satisfiesAnyOf(
                        codes -> assertThat(codes).containsExactly(names),
                        codes -> assertThat(codes).containsExactly(reversed(names)));
        assertThat(Math.abs(copula.correlation(0, 1))).isCloseTo(0.6, within(0.02));
        assertThat(Math.abs(copula.correlation(0, 2))).isCloseTo(0.6, within(0.02));
    }

    @Test
    void findsTheOrderBehindLabelsAlone() {
        Domain domain = new Domain(List.of(Variable.nominal("a", 5), Variable.nominal("b", 5)));
        int[] names = {3, 0, 1, 4, 2};
        Block rows = Latents.draw(2, 0.8, ROWS, SEED).cut(domain, Latents.named(names), Latents.named(names));
        GaussianCopula copula = fit(domain, rows);
        assertThat(copula.margins().get(0).codes())
                .satisfiesAnyOf(
                        codes -> assertThat(codes).containsExactly(names),
                        codes -> assertThat(codes).containsExactly(reversed(names)));
    }

    /** Missing where the value would be highest: the missing code belongs above all others. */
    @Test
    void putsTheMissingCodeWhereItsRowsAre() {
        Domain domain = new Domain(List.of(new Variable("late", 11, true, true), Variable.ordinal("a", 50)));
        Block rows = Latents.draw(2, 0.7, ROWS, SEED)
                .cut(domain, latent -> latent > 1 ? 0 : 1 + Latents.even(10).applyAsInt(latent), Latents.even(50));
        GaussianCopula copula = fit(domain, rows);
        int[] codes = copula.margins().get(0).codes();
        assertThat(codes[codes.length - 1]).isZero();
        assertThat(copula.correlation(0, 1)).isCloseTo(0.7, within(0.02));
    }

    /**
     * McDiarmid: the distance of n draws from their distribution over K codes exceeds half the root of K/n by more than
     * 0.0072 with probability below 1e-9 at n = 200,000.
     */
    @Test
    void marginalsAreExact() {
        Domain domain = new Domain(List.of(Variable.ordinal("a", 300), Variable.nominal("b", 9)));
        Block rows = Latents.draw(2, -0.5, 5_000, SEED)
                .cut(domain, latent -> (int) Math.min(299, 30 * StrictMath.exp(latent)), Latents.even(9));
        Block drawn = Block.empty(domain, 0, 200_000);
        fit(domain, rows).sample(SEED, drawn);
        for (int v = 0; v < 2; v++) {
            double bound = 0.5 * Math.sqrt(domain.size(v) / 200_000.0) + 0.0072;
            assertThat(distance(rows, drawn, v, domain.size(v))).isLessThan(bound);
        }
    }

    @Test
    void codesThatNeverOccurAreNeverDrawn() {
        Domain domain = new Domain(List.of(Variable.ordinal("a", 10), Variable.nominal("b", 10)));
        Block rows = Latents.draw(2, 0.5, 1_000, SEED)
                .cut(domain, latent -> latent > 0 ? 7 : 3, latent -> latent > 1 ? 9 : 2);
        Block drawn = Block.empty(domain, 0, 5_000);
        fit(domain, rows).sample(SEED, drawn);
        assertThat(drawn.read(0, new int[5_000])).containsOnly(3, 7);
        assertThat(drawn.read(1, new int[5_000])).containsOnly(2, 9);
    }

    @Test
    void variablesThatDetermineEachOtherStayTogether() {
        Domain domain = new Domain(List.of(Variable.ordinal("code", 6), Variable.nominal("label", 6)));
        int[] names = {5, 1, 3, 0, 4, 2};
        double[][] same = {{1, 1 - 1e-12}, {1 - 1e-12, 1}};
        Block rows = Latents.draw(same, 5_000, SEED).cut(domain, Latents.even(6), Latents.named(names));
        int[][] drawn = draw(fit(domain, rows), 20_000);
        long together = IntStream.range(0, 20_000)
                .filter(row -> names[drawn[0][row]] == drawn[1][row])
                .count();
        assertThat(together).isGreaterThan(19_900);
    }

    @Test
    void oneVariableIsItsMarginal() {
        Domain domain = new Domain(List.of(Variable.ordinal("a", 4)));
        Block rows = Latents.draw(1, 0, 8_000, SEED).cut(domain, latent -> latent > 0 ? 3 : 1);
        int[][] drawn = draw(fit(domain, rows), 10_000);
        assertThat(drawn[0]).containsOnly(1, 3);
        assertThat(IntStream.of(drawn[0]).filter(code -> code == 3).count()).isBetween(4_700L, 5_300L);
    }

    @Test
    void constantAndMissingColumnsAreRepeated() {
        Domain domain = new Domain(List.of(
                new Variable("missing", 1, true, true), Variable.nominal("constant", 3), Variable.ordinal("a", 5)));
        Block rows = Latents.draw(3, 0.5, 2_000, SEED).cut(domain, latent -> 0, latent -> 2, Latents.even(5));
        int[][] drawn = draw(fit(domain, rows), 1_000);
        assertThat(drawn[0]).containsOnly(0);
        assertThat(drawn[1]).containsOnly(2);
        assertThat(drawn[2]).containsOnly(0, 1, 2, 3, 4);
    }

    @Test
    void aSingleRowIsRepeated() {
        Domain domain = new Domain(List.of(Variable.ordinal("a", 9), Variable.nominal("b", 4)));
        Block row = Latents.draw(2, 0.5, 1, SEED).cut(domain, latent -> 7, latent -> 2);
        int[][] drawn = draw(fit(domain, row), 100);
        assertThat(drawn[0]).containsOnly(7);
        assertThat(drawn[1]).containsOnly(2);
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        Domain domain = new Domain(List.of(Variable.ordinal("a", 4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(domain, Block.empty(domain, 0, 0)))
                .withMessage("a copula cannot be fitted to a table without rows");
    }

    @Test
    void fewerThanTwoLevelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopulaEstimator(1))
                .withMessage("a copula needs at least 2 levels a variable, got 1");
    }

    private static GaussianCopula fit(Domain domain, Block rows) {
        return new CopulaEstimator().fit(new LocalTable(domain, List.of(rows)));
    }

    private static int[][] draw(GaussianCopula copula, int rows) {
        Block block = Block.empty(copula.domain(), 0, rows);
        copula.sample(SEED, block);
        return block.toArrays();
    }

    private static double distance(Block real, Block drawn, int variable, int size) {
        double[] difference = new double[size];
        for (int code : real.read(variable, new int[real.rows()])) {
            difference[code] += 1.0 / real.rows();
        }
        for (int code : drawn.read(variable, new int[drawn.rows()])) {
            difference[code] -= 1.0 / drawn.rows();
        }
        return 0.5 * Arrays.stream(difference).map(Math::abs).sum();
    }

    private static int[] reversed(int[] codes) {
        return IntStream.range(0, codes.length)
                .map(i -> codes[codes.length - 1 - i])
                .toArray();
    }
}
