package io.understudy.model.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.understudy.random.Philox;
import org.junit.jupiter.api.Test;

class NearestCorrelationTest {
    /** The example of Higham (2002), section 4. */
    @Test
    void findsThePublishedNearestMatrix() {
        double[][] nearest = NearestCorrelation.of(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        assertThat(nearest[0][1]).isCloseTo(0.7607, within(1e-3));
        assertThat(nearest[1][2]).isCloseTo(0.7607, within(1e-3));
        assertThat(nearest[0][2]).isCloseTo(0.1573, within(1e-3));
    }

    @Test
    void leavesACorrelationMatrixAlone() {
        double[][] correlation = {{1, 0.5, -0.2}, {0.5, 1, 0.1}, {-0.2, 0.1, 1}};
        assertThat(NearestCorrelation.of(correlation)).isDeepEqualTo(correlation);
        assertThat(NearestCorrelation.of(new double[][] {{1}})).isDeepEqualTo(new double[][] {{1}});
    }

    @Test
    void repairsWhateverPairsClaim() {
        double[][] nearest = NearestCorrelation.of(claims(30));
        double[][] factor = Cholesky.factor(nearest);
        for (int i = 0; i < nearest.length; i++) {
            assertThat(nearest[i][i]).isEqualTo(1);
            for (int j = 0; j < i; j++) {
                assertThat(nearest[i][j]).isEqualTo(nearest[j][i]).isBetween(-1.0, 1.0);
                assertThat(product(factor, i, j)).isCloseTo(nearest[i][j], within(1e-6));
            }
        }
    }

    @Test
    void aMatrixThatIsNoneCannotBeFactored() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.factor(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}}))
                .withMessage("the correlation matrix is not positive semidefinite at row 2; repair it first");
    }

    @Test
    void eigenpairsSatisfyTheirEquation() {
        double[][] matrix = claims(12);
        double[][] same = new SymmetricEigen(matrix).lifted(-1e9);
        assertThat(same).isDeepEqualTo(matrix);
        double[][] positive = new SymmetricEigen(matrix).lifted(0);
        SymmetricEigen of = new SymmetricEigen(positive);
        double trace = 0;
        for (int i = 0; i < positive.length; i++) {
            assertThat(of.value(i)).isGreaterThan(-1e-12);
            trace += positive[i][i] - of.value(i);
        }
        assertThat(trace).isCloseTo(0, within(1e-10));
    }

    private static double product(double[][] factor, int i, int j) {
        double sum = 0;
        for (int k = 0; k <= Math.min(i, j); k++) {
            sum += factor[i][k] * factor[j][k];
        }
        return sum;
    }

    private static double[][] claims(int width) {
        double[][] claims = new double[width][width];
        for (int i = 0; i < width; i++) {
            claims[i][i] = 1;
            for (int j = 0; j < i; j++) {
                claims[i][j] = 2 * Philox.uniform(7, i, j) - 1;
                claims[j][i] = claims[i][j];
            }
        }
        return claims;
    }
}
