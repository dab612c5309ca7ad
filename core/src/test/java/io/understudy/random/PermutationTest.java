package io.understudy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 63, 64, 65, 1000, 4097})
    void everyNumberIsReachedOnce(long capacity) {
        Permutation permutation = new Permutation(42, capacity);
        assertThat(LongStream.range(0, capacity).map(permutation::at).sorted().toArray())
                .isEqualTo(LongStream.range(0, capacity).toArray());
    }

    @Test
    void largeCapacitiesAreKeptTo() {
        for (long capacity : new long[] {1L << 62, (1L << 62) + 1, Long.MAX_VALUE}) {
            Permutation permutation = new Permutation(7, capacity);
            LongStream.range(0, 1000)
                    .map(permutation::at)
                    .forEach(image -> assertThat(image).isBetween(0L, capacity - 1));
        }
    }

    @Test
    void keysChooseDifferentPermutations() {
        Permutation one = new Permutation(1, 1_000_000);
        Permutation two = new Permutation(2, 1_000_000);
        assertThat(LongStream.range(0, 1000).filter(i -> one.at(i) == two.at(i)).count())
                .isLessThan(5);
    }

    @Test
    void indicesBeyondTheCapacityStartOver() {
        Permutation permutation = new Permutation(3, 10);
        assertThat(permutation.at(13)).isEqualTo(permutation.at(3));
    }

    @Test
    void nothingCannotBePermuted() {
        assertThatThrownBy(() -> new Permutation(0, 0)).hasMessage("capacity must be at least 1, got 0");
    }
}
