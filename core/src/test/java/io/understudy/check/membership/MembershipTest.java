package io.understudy.check.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Check;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import io.understudy.check.PrivacyContract;
import io.understudy.gate.Preset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MembershipTest extends PrivacyContract {
    private static final double CONFIDENCE = Preset.STRICT.gate().confidence();

    @Override
    protected Check check() {
        return new Membership(CONFIDENCE, 1);
    }

    @Test
    void jitteredTrainingRowsAreFoundThoughNoCopyExists() {
        MixedTables tables = MixedTables.exchangeable(4, 1000, 1000, 1);
        double[][] jittered = tables.train().clone();
        Random random = new Random(1);
        jittered[0] = tables.train()[0].clone();
        for (int row = 0; row < jittered[0].length; row++) {
            jittered[0][row] *= 1 + 0.01 * random.nextGaussian();
        }
        Measured measured = Measured.by(check(), tables.withSynthetic(jittered));
        for (String attack : new String[] {"distance", "density ratio"}) {
            assertThat(measured.get("membership-auc", attack).low()).isGreaterThan(0.9);
        }
    }

    @Test
    void saysHowManyRowsItAskedAbout() {
        assertThat(Measured.by(check(), MixedTables.exchangeable(5, 800, 600, 300))
                        .get("attacks", "membership")
                        .value())
                .isBetween(250.0, 350.0);
    }
}
