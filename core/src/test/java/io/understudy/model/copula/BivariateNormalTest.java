package io.understudy.model.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BivariateNormalTest {
    /** At the origin the probability is 1/4 + asin(rho) / (2 pi) (Sheppard 1899); the others by dense quadrature. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.5, 0.333333333333333",
        "0, 0, -0.5, 0.166666666666667",
        "1, -0.5, 0.2, 0.275755808496205",
        "-1, 2, 0.7, 0.1586516713224",
        "0.3, 0.4, 0.95, 0.586832049765661",
        "0.3, 0.4, -0.95, 0.273931575592451",
        "1.5, 1.5, 0.99, 0.925893187503871",
        "-1.2, -1.19, 0.999, 0.1124744498861",
        "-2, 1.9, -0.999, 1.1741377100737e-05",
        "-3, -3.5, 0.925, 0.000200500749366142",
        "-1, 0.98, -0.93, 0.03409047940761",
    })
    void cumulativeMatchesKnownValues(double h, double k, double rho, double expected) {
        assertThat(new BivariateNormal(rho).cumulative(h, k)).isCloseTo(expected, within(1e-12));
        assertThat(new BivariateNormal(rho).cumulative(k, h)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void equalOrOppositeVariablesReachTheBounds() {
        assertThat(new BivariateNormal(1).cumulative(0.3, 1.2)).isCloseTo(Normal.cumulative(0.3), within(1e-15));
        assertThat(new BivariateNormal(-1).cumulative(0.3, 1.2))
                .isCloseTo(Normal.cumulative(0.3) - Normal.cumulative(-1.2), within(1e-15));
    }

    @Test
    void infiniteThresholdsAddNothing() {
        BivariateNormal normal = new BivariateNormal(0.6);
        assertThat(normal.excess(Double.POSITIVE_INFINITY, 0.5)).isZero();
        assertThat(normal.excess(0.5, Double.NEGATIVE_INFINITY)).isZero();
        assertThat(normal.density(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isZero();
    }

    /** Plackett's identity: the probability rises with the correlation at the rate of the density. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.99, -0.8, -0.3, 0.001, 0.29, 0.5, 0.76, 0.93, 0.995})
    void densityIsTheSlopeInTheCorrelation(double rho) {
        double step = 1e-5;
        for (double h = -2; h <= 2; h += 0.5) {
            for (double k = -2; k <= 2; k += 0.4) {
                double rise =
                        new BivariateNormal(rho + step).excess(h, k) - new BivariateNormal(rho - step).excess(h, k);
                assertThat(rise / (2 * step)).isCloseTo(new BivariateNormal(rho).density(h, k), within(1e-5));
            }
        }
    }

    @Test
    void noCornerIsTooFarOut() {
        for (double rho : new double[] {-1, -0.9999, -0.95, 0.95, 0.9999, 1}) {
            for (double h = -40; h <= 40; h += 8) {
                for (double k = -40; k <= 40; k += 8) {
                    assertThat(new BivariateNormal(rho).cumulative(h, k)).isBetween(-1e-15, 1 + 1e-15);
                }
            }
        }
    }
}
