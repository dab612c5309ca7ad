package io.understudy.check.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToleranceTest {
    private static final double[] VALUES = {0, -100, -97, -1, 0, 1, 95, 100, 105, 200};
    private static final int[] POSITIONS = {0, 0, 1000, 3000, 9000, 20_000, 30_000, 40_000, 50_000, Space.UNIT};

    private static Tolerance tolerance(Space.Zero zero) {
        Domain domain = new Domain(
                List.of(new Variable("number", VALUES.length, true, true), new Variable("label", 5, false, true)));
        return new Tolerance(
                new Space(domain, List.of(new Space.Numbers(POSITIONS, VALUES, zero), new Space.Labels())));
    }

    @Test
    void numbersAreRightWithinFivePerCentAndNegativeOnesAreNoException() {
        Tolerance tolerance = tolerance(Space.Zero.NOTHING);
        assertThat(tolerance.right(0, 7)).isEqualTo(new Tolerance.Range(6, 8));
        assertThat(tolerance.right(0, 1)).isEqualTo(new Tolerance.Range(1, 2));
        assertThat(tolerance.right(0, 4)).as("zero is just zero").isEqualTo(new Tolerance.Range(4, 4));
        assertThat(tolerance.right(0, 9)).isEqualTo(new Tolerance.Range(9, 9));
    }

    @Test
    void daysAndTimesAreRightWithinFivePerCentOfTheRows() {
        Tolerance tolerance = tolerance(Space.Zero.ANY_POINT);
        assertThat(tolerance.right(0, 2)).isEqualTo(new Tolerance.Range(1, 3));
        assertThat(tolerance.right(0, 7)).isEqualTo(new Tolerance.Range(7, 7));
    }

    @Test
    void labelsAndMissingValuesMustBeEqual() {
        Tolerance tolerance = tolerance(Space.Zero.NOTHING);
        assertThat(tolerance.right(0, 0)).isEqualTo(new Tolerance.Range(0, 0));
        assertThat(tolerance.right(1, 3)).isEqualTo(new Tolerance.Range(3, 3));
    }
}
