package io.understudy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void knowsTheQuantilesOfTheNormalDistribution() {
        assertThat(Interval.z(0.95)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Interval.z(0.99)).isCloseTo(2.5758293035489004, within(1e-12));
        assertThat(Interval.z(0.5)).isCloseTo(0.6744897501960817, within(1e-12));
        assertThat(Interval.z(0.999999)).isCloseTo(4.891638475698590, within(1e-9));
    }

    /** Figures of Newcombe (1998), table I, method 3. */
    @Test
    void reproducesPublishedWilsonIntervals() {
        assertWilson(81, 263, 0.2553, 0.3662);
        assertWilson(15, 148, 0.0624, 0.1605);
        assertWilson(0, 20, 0, 0.1611);
        assertWilson(1, 29, 0.0061, 0.1718);
    }

    private static void assertWilson(long successes, long trials, double low, double high) {
        Interval interval = Interval.wilson((double) successes / trials, (double) trials, Interval.z(0.95));
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void knowsNothingWithoutTrials() {
        assertThat(Interval.wilson(0, 0, 2)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void refusesCertainty() {
        assertThatThrownBy(() -> Interval.z(1)).hasMessage("confidence must lie between 0 and 1, got 1.0");
        assertThatThrownBy(() -> Interval.z(Double.NaN)).hasMessage("confidence must lie between 0 and 1, got NaN");
    }
}
