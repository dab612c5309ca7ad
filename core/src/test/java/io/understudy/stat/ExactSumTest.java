package io.understudy.stat;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.random.Hash;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** Sums of doubles that no order and no parting changes. */
class ExactSumTest {

    /** Numbers of all magnitudes, against sums of exact decimals. */
    @Test
    void sumsAreThoseOfExactDecimals() {
        for (int span : new int[] {0, 10, 200, 1000}) {
            BigDecimal expected = BigDecimal.ZERO;
            ExactSum sum = new ExactSum();
            for (int i = 0; i < 500; i++) {
                double number = number(i, span);
                expected = expected.add(new BigDecimal(number));
                sum.add(number);
            }
            assertThat(sum.mean(7))
                    .isEqualTo(expected.divide(BigDecimal.valueOf(7), new MathContext(60))
                            .doubleValue());
        }
    }

    @Test
    void theEndsOfTheRangeAreSummed() {
        assertThat(mean(Double.MIN_VALUE, 0.0, 0.0, -0.0)).isEqualTo(0);
        assertThat(mean(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(mean(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(mean(1e300, 1e-300)).isEqualTo(5e299);
    }

    @Test
    void equalNumbersAreTheirMean() {
        for (double number : new double[] {0.1, 1.0 / 3, 189_778.37, 1e-9}) {
            ExactSum sum = new ExactSum();
            for (int i = 0; i < 12_345; i++) {
                sum.add(number);
            }
            assertThat(sum.mean(12_345)).isEqualTo(number);
        }
    }

    @Test
    void neitherOrderNorPartsMatter() {
        ExactSum forth = new ExactSum();
        ExactSum even = new ExactSum();
        ExactSum odd = new ExactSum();
        for (int i = 0; i < 1_000; i++) {
            forth.add(number(i, 60));
            (i % 2 == 0 ? even : odd).add(number(999 - i, 60));
        }
        odd.add(even);
        assertThat(odd.mean(1_000)).isEqualTo(forth.mean(1_000));
    }

    private static double mean(double... numbers) {
        ExactSum sum = new ExactSum();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.mean(numbers.length);
    }

    private static double number(int i, int span) {
        double size = Hash.uniform(Hash.mix(i)) - 0.5;
        return Math.scalb(Hash.uniform(Hash.combine(1, i)), (int) (size * span));
    }
}
