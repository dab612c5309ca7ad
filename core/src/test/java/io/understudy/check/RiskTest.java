package io.understudy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiskTest {
    private static final double Z = Interval.z(0.95);

    /** (500 + z^2/2) / (500 + z^2) as published for 500 of 500, and half a chance in none. */
    @Test
    void ratesAreWilsons() {
        assertThat(Rate.of(500, 500, Z).value()).isCloseTo(0.99619, within(1e-5));
        assertThat(Rate.of(500, 500, Z).error()).isCloseTo(0.00381, within(1e-5));
        assertThat(Rate.of(0, 500, Z).value()).isCloseTo(0.00381, within(1e-5));
        assertThat(Rate.of(0, 0, Z)).isEqualTo(new Rate(0.5, 0.5));
    }

    @Test
    void aRateIsTheMiddleOfWilsonsInterval() {
        Rate rate = Rate.of(42, 500, Z);
        Interval interval = Interval.wilson(42 / 500.0, 500, Z);
        assertThat(rate.value() - rate.error()).isCloseTo(interval.low(), within(1e-12));
        assertThat(rate.value() + rate.error()).isCloseTo(interval.high(), within(1e-12));
    }

    @Test
    void isWhatTheAttackGainsOverTheControl() {
        Risk risk = Risk.of(new Rate(0.6, 0.03), new Rate(0.2, 0.04));
        assertThat(risk.value()).isCloseTo(0.5, within(1e-12));
        double error = Math.hypot(0.03 / 0.8, 0.04 * 0.4 / 0.64);
        assertThat(risk.interval().low()).isCloseTo(0.5 - error, within(1e-12));
        assertThat(risk.interval().high()).isCloseTo(0.5 + error, within(1e-12));
    }

    @Test
    void aLeakIsOneWhereItSucceedsAsOftenAsACopyCan() {
        assertThat(Risk.of(new Rate(0.25, 0), new Rate(0, 0), 0.25).value()).isEqualTo(1);
        assertThat(Risk.of(new Rate(0.13, 0), new Rate(0.01, 0), 0.25).value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void isNeverBelowZeroAndSaysNothingWithoutRoom() {
        assertThat(Risk.of(new Rate(0.1, 0.01), new Rate(0.2, 0.01)).value()).isZero();
        assertThat(Risk.of(new Rate(0.5, 0), new Rate(1, 0))).isEqualTo(new Risk(0, new Interval(0, 1)));
        Risk few = Risk.of(Rate.of(1, 2, 3), Rate.of(1, 2, 3));
        assertThat(few.interval().high()).isGreaterThan(0.9);
    }
}
