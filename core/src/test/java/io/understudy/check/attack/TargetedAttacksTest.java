package io.understudy.check.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import io.understudy.check.PrivacyContract;
import io.understudy.gate.Preset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetedAttacksTest extends PrivacyContract {
    private static final double CONFIDENCE = Preset.STRICT.gate().confidence();

    @Override
    protected Check check() {
        return new TargetedAttacks(CONFIDENCE, 300, 1);
    }

    @Test
    void copiesLinkAndGiveEveryValueAway() {
        MixedTables tables = MixedTables.exchangeable(11, 1000, 1000, 1);
        Measured measured = Measured.by(check(), tables.withSynthetic(tables.train()));
        assertThat(measured.get("linkability-ties", "nearest row").value()).isGreaterThan(0.95);
        assertThat(measured.get("inference", "v2").value()).isGreaterThan(0.9);
        assertThat(measured.get("inference", "v5").value()).isGreaterThan(0.9);
    }

    /** A label is guessed as often as it is common among synthetic rows, and k of n rows meet k others by chance. */
    @Test
    void baselinesAreWhatGuessingAchieves() {
        MixedTables tables = MixedTables.exchangeable(12, 400, 400, 500);
        Measured measured = Measured.by(check(), tables);
        assertThat(measured.get("linkability", "nearest row").baseline()).isCloseTo(1.0 / 500, within(1e-12));
        assertThat(measured.get("linkability", "10 nearest rows").baseline()).isBetween(0.18, 0.2);
        assertThat(measured.get("inference", "v2").baseline()).isCloseTo(0.5, within(0.05));
        assertThat(measured.get("inference", "v5").baseline()).isCloseTo(1.0 / 30, within(0.01));
    }

    @Test
    void aSingleColumnHasNothingToLink() {
        MixedTables mixed = MixedTables.exchangeable(13, 200, 200, 200);
        Assessed one = new MixedTables(
                        new boolean[] {true},
                        new double[][] {mixed.train()[0]},
                        new double[][] {mixed.holdout()[0]},
                        new double[][] {mixed.synthetic()[0]})
                .coded(1);
        List<Finding> findings = check().measure(one);
        assertThat(findings)
                .filteredOn(finding -> finding.metric().equals("linkability"))
                .singleElement()
                .matches(finding -> finding.high() == 0);
    }
}
