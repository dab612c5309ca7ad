package io.understudy.check.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Check;
import io.understudy.check.CheckContract;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import org.junit.jupiter.api.Test;

class ValidityTest extends CheckContract {
    private static final double NONE = Double.NaN;

    @Override
    protected Check check() {
        return new Validity();
    }

    private static Measured measured(boolean[] number, double[][] train, double[][] synthetic) {
        return Measured.by(new Validity(), new MixedTables(number, train, train, synthetic));
    }

    @Test
    void countsNumbersBeyondTheRangeAndLabelsThatNoRealRowHas() {
        double[][] train = {{1, 2, 9, 4}, {1, 2, 3, 1}};
        double[][] synthetic = {{0, 5, 9, 10}, {1, 7, 3, 3}};
        Measured measured = measured(new boolean[] {true, false}, train, synthetic);
        assertThat(measured.get("outside-domain").value()).isCloseTo(3 / 8.0, within(1e-12));
        assertThat(measured.get("column-outside-domain", "v0").value()).isEqualTo(0.5);
        assertThat(measured.get("column-outside-domain", "v1").value()).isEqualTo(0.25);
    }

    @Test
    void aGapWhereNoRealRowHasOneIsImpossible() {
        double[][] train = {{1, 2, 9, 4}, {NONE, 2, 3, 1}};
        double[][] synthetic = {{NONE, 5, 9, 2}, {NONE, NONE, 3, 3}};
        Measured measured = measured(new boolean[] {true, false}, train, synthetic);
        assertThat(measured.get("column-outside-domain", "v0").value()).isEqualTo(0.25);
        assertThat(measured.find("column-outside-domain", "v1")).isEmpty();
    }

    @Test
    void seesWhatIsMissingTogetherThoughColumnsAloneAgree() {
        double[][] train = {{NONE, NONE, 1, 1}, {NONE, NONE, 1, 1}};
        double[][] synthetic = {{NONE, NONE, 1, 1}, {1, 1, NONE, NONE}};
        Measured measured = measured(new boolean[] {true, true}, train, synthetic);
        assertThat(measured.get("missing-patterns").value()).isEqualTo(1);
        assertThat(measured.get("missing-patterns").baseline()).isZero();
    }
}
