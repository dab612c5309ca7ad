package io.understudy.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every privacy check promises besides: leaks are flagged by every rule on it, harmless tables by none. */
public abstract class PrivacyContract extends CheckContract {

    /** The holdout is large enough for a false alarm in a hundred to be told from two. */
    @Test
    void flagsTrainingRowsPassedOffAsSynthetic() {
        MixedTables tables = MixedTables.exchangeable(1, 1500, 3000, 1);
        Gate gate = rules(Preset.DEFAULT);
        assertThat(gate.breaches(findings(tables.withSynthetic(tables.train()))))
                .as("every privacy rule")
                .extracting(Breach::rule)
                .containsAll(gate.rules());
    }

    /** 20 tables; with a correction for the number of rules one in 20 would be expected at most if tolerances were 0. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void passesAnotherRealSample(int seed) {
        Random sizes = new Random(seed);
        int train = 300 + sizes.nextInt(1500);
        MixedTables tables = MixedTables.exchangeable(seed, train, 200 + sizes.nextInt(800), 500);
        assertThat(rules(Preset.STRICT).breaches(findings(tables))).isEmpty();
    }

    private List<Finding> findings(MixedTables tables) {
        return check().measure(tables.coded(2));
    }

    /** The preset's rules on what this check measures. */
    private Gate rules(Preset preset) {
        List<String> measured = findings(MixedTables.exchangeable(3, 50, 50, 50)).stream()
                .map(Finding::name)
                .toList();
        List<Rule> rules = preset.gate().rules().stream()
                .filter(rule -> measured.contains(rule.finding()))
                .toList();
        assertThat(rules).as("rules on " + check().name()).isNotEmpty();
        return new Gate(rules);
    }
}
