package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Choices by weight; the oracle goes along the list and takes weights away. */
class WeightsTest {

    @Test
    void picksThePositionAtWhichTheWeightsReachTheTarget() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            long[] weights = random.longs(1 + random.nextInt(40), 0, 5).toArray();
            int from = random.nextInt(weights.length);
            int to = from + 1 + random.nextInt(weights.length - from);
            long sum = Arrays.stream(weights, from, to).sum();
            if (sum == 0) {
                continue;
            }
            Weights picking = new Weights(weights);
            for (int i = 0; i < 20; i++) {
                long bits = random.nextLong();
                long left = Hash.below(bits, sum);
                int expected = from;
                while (left >= weights[expected]) {
                    left -= weights[expected++];
                }
                assertThat(picking.pick(from, to, bits)).isEqualTo(expected);
            }
        }
    }
}
