package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistributionsTest {
    private static final Distributions TWO = Distributions.of(new double[][] {{0.25, 0, 0.5, 0.25}, {0, 0, 0, 1}});

    @Test
    void drawsTheCodeWhoseShareOfTheUnitIntervalIsHit() {
        assertThat(TWO.draw(0, at(0))).isZero();
        assertThat(TWO.draw(0, at(0.2499))).isZero();
        assertThat(TWO.draw(0, at(0.25))).isEqualTo(2);
        assertThat(TWO.draw(0, at(0.7499))).isEqualTo(2);
        assertThat(TWO.draw(0, at(0.75))).isEqualTo(3);
        assertThat(TWO.draw(0, -1)).isEqualTo(3);
        assertThat(TWO.draw(1, 0)).isEqualTo(3);
    }

    @Test
    void neverDrawsACodeOfProbabilityZero() {
        for (int step = 0; step < 1000; step++) {
            assertThat(TWO.draw(0, at(step / 1000.0))).isNotEqualTo(1);
        }
    }

    @Test
    void remembersProbabilities() {
        assertThat(TWO.probability(0, 2)).isCloseTo(0.5, within(1e-9));
        assertThat(TWO.probability(0, 1)).isZero();
        assertThat(TWO.probability(1, 3)).isEqualTo(1);
    }

    private static int at(double uniform) {
        return (int) (long) (uniform * (1L << Integer.SIZE));
    }
}
