package io.understudy.check.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Check;
import io.understudy.check.CheckContract;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import org.junit.jupiter.api.Test;

class CoverageTest extends CheckContract {
    private static final double NONE = Double.NaN;

    @Override
    protected Check check() {
        return new Coverage(10, 0.95);
    }

    private static Measured measured(boolean[] number, double[][] train, double[][] holdout, double[][] synthetic) {
        return Measured.by(new Coverage(2, 0.95), new MixedTables(number, train, holdout, synthetic));
    }

    @Test
    void numbersKeepToTheRangeOfTheTrainingRows() {
        double[][] train = {{2, 5, 9, NONE}, {1, 2, 3, 4}};
        double[][] holdout = {{1, 5, 9, NONE}, {1, 2, 3, 4}};
        double[][] synthetic = {{1, 10, 3, NONE}, {1, 1, 4, 4}};
        Measured measured = measured(new boolean[] {true, true}, train, holdout, synthetic);
        assertThat(measured.get("boundary-adherence").value()).isCloseTo(5 / 7.0, within(1e-12));
        assertThat(measured.get("boundary-adherence").baseline()).isCloseTo(6 / 7.0, within(1e-12));
        assertThat(measured.get("column-boundary-adherence", "v0").value()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(measured.find("column-boundary-adherence", "v1")).isEmpty();
        assertThat(measured.find("category-coverage", "")).isEmpty();
    }

    @Test
    void labelsThatKRowsHaveMustOccurAndRarerOnesNeedNot() {
        double[][] train = {{1, 1, 2, 2, 3, 3, 4, NONE}, {1, 1, 1, 1, 1, 1, 1, 1}};
        double[][] synthetic = {{1, 1, 3, 5, 5, 5, 5, 5}, {1, 1, 1, 1, 1, 1, 1, 1}};
        Measured measured = measured(new boolean[] {false, false}, train, train, synthetic);
        assertThat(measured.get("column-category-coverage", "v0").value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(measured.get("category-coverage").value()).isCloseTo(3 / 4.0, within(1e-12));
        assertThat(measured.get("category-coverage").baseline()).isEqualTo(1);
        assertThat(measured.find("boundary-adherence", "")).isEmpty();
    }
}
