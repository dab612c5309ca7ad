package io.understudy.check.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void quantilesAreThoseOfTheSortedValuesUpToAThousandth() {
        Random random = new Random(3);
        int[] values = random.ints(5000)
                .map(value -> Math.abs(value) >>> random.nextInt(31))
                .toArray();
        Histogram histogram = new Histogram();
        Arrays.stream(values).forEach(histogram::add);
        Arrays.sort(values);
        for (double p : new double[] {0.0002, 0.05, 0.5, 0.9, 1}) {
            int exact = values[(int) Math.ceil(p * values.length) - 1];
            assertThat(histogram.quantile(p)).isLessThanOrEqualTo(exact).isCloseTo(exact, within(exact / 1000.0));
        }
    }

    @Test
    void smallValuesAreExact() {
        Histogram histogram = new Histogram();
        for (int value = 0; value < 2048; value++) {
            histogram.add(value);
        }
        assertThat(histogram.quantile(0.5)).isEqualTo(1023);
        assertThat(histogram.quantile(-1)).isZero();
        assertThat(histogram.quantile(2)).isEqualTo(2047);
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(new Histogram().quantile(0.5)).isNaN();
    }
}
