package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void saysHowFarHowFastAndHowLongStill() {
        assertThat(new Progress("nearest rows", 2_000_000, () -> 500_000).line(20))
                .contains("         nearest rows: 25 %, 25,000 a second, about 60 s left");
    }

    @Test
    void isSilentBeforeAnythingIsDone() {
        assertThat(new Progress("nearest rows", 100, () -> 0).line(20)).isEmpty();
    }

    @Test
    void neverSaysMoreThanAll() {
        assertThat(new Progress("nearest rows", 100, () -> 150).line(10))
                .contains("         nearest rows: 100 %, 10 a second, about 0 s left");
    }
}
