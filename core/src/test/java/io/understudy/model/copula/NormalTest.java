package io.understudy.model.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.8413447460685429",
        "-1, 0.15865525393145707",
        "1.96, 0.9750021048517795",
        "-3, 0.0013498980316300957",
        "-6, 9.865876450376946e-10",
        "-10, 7.619853024160527e-24",
    })
    void cumulativeMatchesKnownValues(double x, double expected) {
        assertThat(Normal.cumulative(x)).isCloseTo(expected, withinPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.75, 0.6744897501960817",
        "0.975, 1.959963984540054",
        "0.001, -3.090232306167813",
        "1e-9, -5.997807015007687",
        "1e-20, -9.262340089798408",
    })
    void quantileMatchesKnownValues(double p, double expected) {
        assertThat(Normal.quantile(p)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void quantileIsInfiniteAtTheEnds() {
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void quantileInvertsCumulative() {
        for (double x = -8; x < 5; x += 0.01) {
            assertThat(Normal.quantile(Normal.cumulative(x))).isCloseTo(x, within(1e-9));
        }
    }

    @Test
    void quantileNeverFalls() {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 100_000; i++) {
            double next = Normal.quantile(i / 100_000.0);
            assertThat(next).isGreaterThan(before);
            before = next;
        }
    }
}
