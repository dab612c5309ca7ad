package io.understudy.model.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolychoricTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.97, -0.6, -0.05, 0, 0.3, 0.8, 0.93, 0.98})
    void findsTheCorrelationOfATableWithoutNoise(double rho) {
        PairTable table = expected(rho, new double[] {-1.5, -0.2, 0.1, 1}, new double[] {-0.7, 0.4, 2}, 1e9);
        assertThat(Polychoric.correlation(table)).isCloseTo(rho, within(1e-5));
        assertThat(Polychoric.correlation(table.transposed())).isCloseTo(rho, within(1e-5));
    }

    /** Twin: for a table of two by two with even margins, the correlation is sin(2 pi (p - 1/4)) (Sheppard 1899). */
    @Test
    void agreesWithTheClosedFormOfMedianCuts() {
        PairTable table = new PairTable(2, 2, new long[] {40_000, 10_000, 10_000, 40_000});
        assertThat(Polychoric.correlation(table)).isCloseTo(StrictMath.sin(2 * Math.PI * 0.15), within(1e-4));
    }

    @Test
    void isZeroForIndependenceAndForConstants() {
        assertThat(Polychoric.correlation(new PairTable(2, 2, new long[] {30, 60, 10, 20})))
                .isCloseTo(0, within(1e-7));
        assertThat(Polychoric.correlation(new PairTable(1, 3, new long[] {5, 1, 4})))
                .isCloseTo(0, within(1e-7));
        assertThat(Polychoric.correlation(new PairTable(2, 2, new long[] {0, 0, 3, 4})))
                .isCloseTo(0, within(1e-7));
    }

    @Test
    void isOneWhereEachVariableDeterminesTheOther() {
        long[] diagonal = {900, 0, 0, 0, 500, 0, 0, 0, 700};
        assertThat(Polychoric.correlation(new PairTable(3, 3, diagonal))).isEqualTo(1);
        long[] opposite = {0, 0, 900, 0, 500, 0, 700, 0, 0};
        assertThat(Polychoric.correlation(new PairTable(3, 3, opposite))).isEqualTo(-1);
    }

    @Test
    void anEmptyCornerOfFewRowsDoesNotMeanDetermination() {
        assertThat(Polychoric.correlation(new PairTable(2, 2, new long[] {70, 15, 15, 0})))
                .isBetween(-0.95, -0.2);
    }

    private static PairTable expected(double rho, double[] rows, double[] columns, double total) {
        BivariateNormal normal = new BivariateNormal(rho);
        long[] counts = new long[(rows.length + 1) * (columns.length + 1)];
        for (int i = 0; i <= rows.length; i++) {
            for (int j = 0; j <= columns.length; j++) {
                double share = below(normal, rows, columns, i + 1, j + 1)
                        - below(normal, rows, columns, i, j + 1)
                        - below(normal, rows, columns, i + 1, j)
                        + below(normal, rows, columns, i, j);
                counts[i * (columns.length + 1) + j] = Math.round(total * share);
            }
        }
        return new PairTable(rows.length + 1, columns.length + 1, counts);
    }

    /** The probability of the first i intervals of one and the first j of the other. */
    private static double below(BivariateNormal normal, double[] rows, double[] columns, int i, int j) {
        return i == 0 || j == 0 ? 0 : normal.cumulative(end(rows, i), end(columns, j));
    }

    private static double end(double[] thresholds, int i) {
        return i > thresholds.length ? Double.POSITIVE_INFINITY : thresholds[i - 1];
    }
}
