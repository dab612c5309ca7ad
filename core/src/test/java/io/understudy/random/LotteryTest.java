package io.understudy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotteryTest {

    @Test
    void indicesComeInProportionToTheirWeights() {
        Lottery lottery = Lottery.of(new double[] {0, 1, 0, 3, 0});
        int[] drawn = new int[5];
        IntStream.range(0, 4_000).forEach(i -> drawn[lottery.draw(i / 4_000.0)]++);
        assertThat(drawn).containsExactly(0, 1_000, 0, 3_000, 0);
    }

    @Test
    void whatHasNoWeightIsNeverDrawn() {
        Lottery lottery = Lottery.of(new double[] {0, 1e-300, 0, 1, 0});
        assertThat(lottery.draw(0)).isEqualTo(1);
        assertThat(lottery.draw(Math.nextDown(1.0))).isEqualTo(3);
    }

    @Test
    void nothingToDrawIsRefused() {
        assertThatThrownBy(() -> Lottery.of(new double[] {0, 0})).isInstanceOf(IllegalArgumentException.class);
    }
}
