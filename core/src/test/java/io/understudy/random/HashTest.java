package io.understudy.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashTest {

    @Test
    void belowIsTheUpperHalfOfTheUnsignedProduct() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            long hash = random.nextLong();
            long bound = random.nextLong() >>> random.nextInt(64);
            assertThat(Hash.below(hash, bound))
                    .isEqualTo(unsigned(hash)
                            .multiply(unsigned(bound))
                            .shiftRight(64)
                            .longValue());
        }
    }

    @Test
    void belowSpreadsEvenly() {
        int[] hits = new int[10];
        for (int i = 0; i < 100_000; i++) {
            hits[(int) Hash.below(Hash.mix(i), 10)]++;
        }
        for (int hit : hits) {
            assertThat(hit).isBetween(9_600, 10_400);
        }
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }
}
