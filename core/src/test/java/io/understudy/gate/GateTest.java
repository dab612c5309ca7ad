package io.understudy.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Finding SHARE = new Finding("privacy", "closer-to-train", "", 0.6, 0.58, 0.62, 0.5);

    private static List<Breach> breaches(Rule rule, Finding... findings) {
        return new Gate(List.of(rule)).breaches(List.of(findings));
    }

    private static Rule rule(Bound bound, Limits limits) {
        return new Rule("privacy.closer-to-train", bound, limits);
    }

    @Test
    void looksAtTheBoundOfTheRule() {
        assertThat(breaches(rule(Bound.LOW, Limits.atMost(0.58)), SHARE)).isEmpty();
        assertThat(breaches(rule(Bound.LOW, Limits.atMost(0.57)), SHARE)).hasSize(1);
        assertThat(breaches(rule(Bound.VALUE, Limits.atMost(0.59)), SHARE)).hasSize(1);
        assertThat(breaches(rule(Bound.HIGH, Limits.atLeast(0.62)), SHARE)).isEmpty();
        assertThat(breaches(rule(Bound.HIGH, Limits.atLeast(0.63)), SHARE)).hasSize(1);
        assertThat(breaches(rule(Bound.VALUE, new Limits(0.55, 0.65)), SHARE)).isEmpty();
    }

    @Test
    void comparesWithTheBaseline() {
        Limits tenth = Limits.atMost(0.1);
        assertThat(breaches(new Rule(SHARE.name(), Bound.LOW, Against.BASELINE, tenth), SHARE))
                .isEmpty();
        assertThat(breaches(new Rule(SHARE.name(), Bound.HIGH, Against.BASELINE, tenth), SHARE))
                .hasSize(1);
        assertThat(breaches(new Rule(SHARE.name(), Bound.LOW, Against.CHANCE, tenth), SHARE))
                .hasSize(1);
        assertThat(breaches(new Rule(SHARE.name(), Bound.LOW, Against.CHANCE, Limits.atMost(0.17)), SHARE))
                .isEmpty();
    }

    @Test
    void saysWhatWasMeasuredAndWhatWasAllowed() {
        assertThat(breaches(rule(Bound.VALUE, Limits.atMost(0.55)), SHARE)
                        .get(0)
                        .message())
                .isEqualTo("privacy.closer-to-train is 0.6000; allowed is at most 0.5500");
        assertThat(breaches(new Rule(SHARE.name(), Bound.LOW, Against.CHANCE, Limits.atMost(0.1)), SHARE)
                        .get(0)
                        .message())
                .isEqualTo("privacy.closer-to-train is the low end of its interval, 0.5800, 0.1600 of the way from its"
                        + " baseline 0.5000 to 1; allowed is at most 0.1000");
        Finding pair = new Finding("quality", "pair-trend", "a × b", 0.4, 0.4, 0.4, 0.1);
        assertThat(breaches(new Rule("quality.pair-trend", Bound.VALUE, Against.BASELINE, new Limits(0, 0.2)), pair)
                        .get(0)
                        .message())
                .isEqualTo("quality.pair-trend of a × b is 0.4000, 0.3000 above its baseline 0.1000;"
                        + " allowed is between 0.0000 and 0.2000");
    }

    @Test
    void whatIsNotMeasuredDoesNotPass() {
        Breach breach = breaches(rule(Bound.VALUE, Limits.atMost(1))).get(0);
        assertThat(breach.finding()).isEmpty();
        assertThat(breach.message())
                .isEqualTo("privacy.closer-to-train was not measured, and what is not measured is not allowed to pass:"
                        + " check the name in gate.rules, or why the check did not run");
    }

    @Test
    void whatIsNotANumberDoesNotPass() {
        Finding broken = new Finding("privacy", "closer-to-train", "", Double.NaN, Double.NaN, Double.NaN, 1);
        assertThat(breaches(rule(Bound.LOW, Limits.atMost(1)), broken).get(0).message())
                .isEqualTo("privacy.closer-to-train is the low end of its interval, not a number;"
                        + " allowed is at most 1.0000");
        assertThat(breaches(rule(Bound.VALUE, Limits.atLeast(0)), broken)).hasSize(1);
        Finding certain = new Finding("privacy", "closer-to-train", "", 1, 1, 1, 1);
        assertThat(breaches(new Rule(certain.name(), Bound.LOW, Against.CHANCE, Limits.atMost(0.5)), certain))
                .as("a baseline of 1 leaves no room to measure in")
                .hasSize(1);
    }

    @Test
    void everyFindingOfTheNameMustPass() {
        Finding good = new Finding("quality", "column-shape", "a", 0.1, 0.1, 0.1, 0);
        Finding bad = new Finding("quality", "column-shape", "b", 0.3, 0.3, 0.3, 0);
        List<Breach> breaches = breaches(new Rule("quality.column-shape", Bound.VALUE, Limits.atMost(0.2)), good, bad);
        assertThat(breaches).extracting(Breach::finding).containsExactly(Optional.of(bad));
    }

    @Test
    void intervalsAreCorrectedForTheNumberOfPrivacyRules() {
        assertThat(Preset.REPORT_ONLY.gate().confidence()).isEqualTo(0.95);
        assertThat(Preset.DEFAULT.gate().confidence()).isCloseTo(1 - 0.05 / 9, within(1e-12));
        assertThat(Preset.DEFAULT
                        .gate()
                        .and(List.of(rule(Bound.LOW, Limits.atMost(0.6))))
                        .confidence())
                .isCloseTo(1 - 0.05 / 10, within(1e-12));
    }

    @Test
    void reportOnlyRefusesNothing() {
        assertThat(Preset.REPORT_ONLY.gate().breaches(List.of())).isEmpty();
    }

    @Test
    void strictRefusesWhateverDefaultRefuses() {
        List<Rule> strict = Preset.STRICT.gate().and(Preset.STRICT.modelRules()).rules();
        for (Rule lenient :
                Preset.DEFAULT.gate().and(Preset.DEFAULT.modelRules()).rules()) {
            assertThat(strict)
                    .filteredOn(rule -> rule.finding().equals(lenient.finding())
                            && rule.bound() == lenient.bound()
                            && rule.against() == lenient.against())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.limits().max())
                            .isLessThanOrEqualTo(lenient.limits().max()));
        }
    }

    @Test
    void refusesLimitsThatLimitNothingOrEverything() {
        assertThatThrownBy(() -> new Limits(1, 0)).hasMessage("limits from 1.0 to 0.0 let nothing pass");
        assertThatThrownBy(() -> Limits.atMost(Double.NaN)).hasMessage("limits from -Infinity to NaN let nothing pass");
        assertThatThrownBy(() -> Limits.atMost(Double.POSITIVE_INFINITY))
                .hasMessage("limits need a min, a max or both");
    }

    @Test
    void whatDecidesNothingPassesOnlyWhereItMayBeDoubted() {
        Finding undecided = SHARE.undecided();
        Rule proofOfALeak = rule(Bound.LOW, Limits.atMost(0.1));
        Rule proofOfNone = rule(Bound.HIGH, Limits.atMost(0.9));
        String message =
                "privacy.closer-to-train decides nothing, because there were too few rows to measure it on, and"
                        + " what is not decided does not pass this rule: give more rows, or hold out more";

        assertThat(breaches(proofOfALeak, undecided)).isEmpty();
        assertThat(breaches(proofOfNone, undecided)).extracting(Breach::message).containsExactly(message);
        assertThat(new Gate(List.of(proofOfALeak), Doubt.REFUSED).breaches(List.of(undecided)))
                .extracting(Breach::message)
                .containsExactly(message);
        assertThat(Preset.STRICT.gate().and(List.of()).doubt()).isEqualTo(Doubt.REFUSED);
        assertThat(Preset.DEFAULT.gate().doubt()).isEqualTo(Doubt.REPORTED);
    }

    @Test
    void strictDisclosureRulesRefuseWhateverDefaultOnesRefuse() {
        for (int i = 0; i < Preset.STRICT.disclosure().size(); i++) {
            Rule strict = Preset.STRICT.disclosure().get(i);
            Rule lenient = Preset.DEFAULT.disclosure().get(i);
            assertThat(strict.finding()).isEqualTo(lenient.finding());
            assertThat(strict.limits().max()).isLessThan(lenient.limits().max());
        }
        assertThat(Preset.REPORT_ONLY.disclosure()).isEmpty();
    }
}
