package io.understudy.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors of NumPy 2.3: {@code default_rng(7).bit_generator.random_raw(4)} and {@code sorted(default_rng(7).choice(n, k, replace=False))}. */
class Pcg64Test {
    @Test
    void givesTheBitsThatNumPyGives() {
        Pcg64 random = new Pcg64(7);
        assertThat(List.of(random.next(), random.next(), random.next(), random.next()))
                .containsExactly(0xA00641A9F1E54A8BL, 0xE5AFCDBCAF266A95L, 0xC693565F940AF962L, 0x39A72DABD56A2742L);
    }

    @Test
    void choosesTheNumbersThatNumPyChooses() {
        assertThat(new Pcg64(7).choice(5, 12)).containsExactly(5L, 6L, 7L, 9L, 11L);
        assertThat(new Pcg64(7).choice(100, 455))
                .hasSize(100)
                .startsWith(1L, 4L, 14L, 17L, 18L, 20L, 41L, 44L, 46L, 48L);
        assertThat(new Pcg64(7).choice(100, 166_650)).startsWith(622L, 877L, 1965L, 5944L);
        assertThat(new Pcg64(7).choice(8, 20_000_000))
                .containsExactly(4504143L, 11565847L, 12501905L, 13683595L, 15513712L, 16673019L, 17944272L, 18898092L);
    }
}
