package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.random.Hash;
import io.understudy.schema.Keys;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final List<Grid> GRIDS = List.of(
            new Ticks(KeyForm.INTEGER, 0, 0, 1),
            new Ticks(KeyForm.INTEGER, 0, 3, 60),
            new Ticks(KeyForm.DOUBLE, 2, 0, 5),
            new Ticks(KeyForm.FLOAT, 1, 0, 1),
            new Continuum(KeyForm.DOUBLE),
            new Continuum(KeyForm.FLOAT));

    @Test
    void middlesPartTheLowerFromTheHigherKey() {
        for (Grid grid : GRIDS) {
            for (long[] pair : pairs(grid)) {
                assertThat(grid.middle(pair[0], pair[1])).isBetween(pair[0], pair[1] - 1);
            }
        }
    }

    @Test
    void drawsStayInsideAndReachBothEnds() {
        for (Grid grid : GRIDS) {
            for (long[] pair : pairs(grid)) {
                for (long bits : new long[] {0, -1, Long.MIN_VALUE, Hash.mix(pair[0])}) {
                    assertThat(grid.draw(pair[0], pair[1], bits)).isBetween(pair[0], pair[1]);
                }
            }
        }
        Grid whole = GRIDS.get(0);
        assertThat(LongStream.range(0, 1000)
                        .map(i -> whole.draw(5, 9, Hash.mix(i)))
                        .distinct()
                        .sorted())
                .containsExactly(5L, 6L, 7L, 8L, 9L);
        assertThat(whole.draw(Long.MIN_VALUE, Long.MAX_VALUE, 0)).isEqualTo(Long.MIN_VALUE);
        assertThat(whole.draw(Long.MIN_VALUE, Long.MAX_VALUE, -1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void goingAlongADistanceIsItsInverse() {
        Grid minutes = GRIDS.get(1);
        assertThat(minutes.distance(3, 603)).isEqualTo(10);
        assertThat(minutes.along(3, 10)).isEqualTo(603);
        assertThat(minutes.along(603, -10)).isEqualTo(3);
        Grid nickels = GRIDS.get(2);
        assertThat(Keys.toDouble(nickels.along(Keys.ofDouble(1.05), 3))).isEqualTo(1.2);
        assertThat(Keys.toDouble(nickels.next(Keys.ofDouble(-0.05)))).isZero();
    }

    @Test
    void distancesNeverOverflow() {
        Grid whole = GRIDS.get(0);
        assertThat(whole.distance(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(0x1p64);
        assertThat(whole.along(Long.MAX_VALUE - 1, 5)).isEqualTo(Long.MAX_VALUE);
        assertThat(whole.along(Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(whole.next(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        Grid real = GRIDS.get(4);
        assertThat(real.distance(KeyForm.DOUBLE.lowest(), KeyForm.DOUBLE.highest()))
                .isFinite();
        assertThat(real.along(KeyForm.DOUBLE.highest(), 1e308)).isEqualTo(KeyForm.DOUBLE.highest());
    }

    @Test
    void theCoarsestGridWithARoundStepIsLearned() {
        assertThat(learn(KeyForm.INTEGER, 17, 617, 1217, 60 * 50 + 17))
                .isEqualTo(new Ticks(KeyForm.INTEGER, 0, 17, 150));
        assertThat(learn(KeyForm.INTEGER, 0, 100_003)).isEqualTo(new Ticks(KeyForm.INTEGER, 0, 0, 1));
        assertThat(learn(KeyForm.INTEGER, 5)).isEqualTo(new Ticks(KeyForm.INTEGER, 0, 0, 1));
        assertThat(learn(KeyForm.INTEGER)).isEqualTo(new Ticks(KeyForm.INTEGER, 0, 0, 1));
        assertThat(learn(KeyForm.INTEGER, Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo(new Ticks(KeyForm.INTEGER, 0, 0, 1));
        long[] cents =
                LongStream.range(0, 100).map(i -> Keys.ofDouble(i / 100.0)).toArray();
        assertThat(learn(KeyForm.DOUBLE, cents)).isEqualTo(new Ticks(KeyForm.DOUBLE, 2, 0, 1));
        assertThat(learn(KeyForm.DOUBLE, Keys.ofDouble(1 / 3.0))).isEqualTo(new Continuum(KeyForm.DOUBLE));
        assertThat(learn(KeyForm.DOUBLE, Keys.ofDouble(1e300))).isEqualTo(new Continuum(KeyForm.DOUBLE));
        assertThat(learn(KeyForm.FLOAT, Keys.ofFloat(0.1f))).isEqualTo(new Ticks(KeyForm.FLOAT, 1, 0, 1));
    }

    private static Grid learn(KeyForm form, long... keys) {
        return new GridLearner(form, new Mass(keys, keys, keys)).learn();
    }

    /** Neighbours, far apart, and at random. */
    private static List<long[]> pairs(Grid grid) {
        Random random = new Random(1);
        KeyForm form = grid.form();
        return LongStream.range(0, 200)
                .mapToObj(i -> {
                    long low = i == 0 ? form.lowest() : form.key(1e6 * random.nextGaussian());
                    long high = i < 2 ? form.highest() : i % 3 == 0 ? low + 1 : form.key(1e6 * random.nextGaussian());
                    return new long[] {Math.min(low, high), Math.max(low + (low == high ? 1 : 0), high)};
                })
                .toList();
    }
}
