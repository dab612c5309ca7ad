package io.understudy.check.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.CheckContract;
import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.gate.Preset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest extends CheckContract {
    private static final List<String> KNOWN = List.of("v2", "v4", "v5");
    private static final List<String> SECRET = List.of("v3", "v0");
    private static final Disclosure CHECK = new Disclosure(KNOWN, SECRET, 3, 0.99);

    @Override
    protected Check check() {
        return CHECK;
    }

    private static List<Breach> breaches(Preset preset, MixedTables tables) {
        return new Gate(preset.disclosure()).breaches(CHECK.measure(tables.coded(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void agreesWithBruteForce(int seed) {
        MixedTables tables = MixedTables.exchangeable(seed, 700 + 50 * seed, 400, 600);
        Assessed coded = tables.coded(3);
        NaiveDisclosure naive = new NaiveDisclosure(coded, KNOWN, 3);
        Measured measured = new Measured(CHECK.measure(coded));

        agree(measured.get("replicated-uniques"), naive.replicated(naive.train), naive.replicated(naive.holdout));
        agree(measured.get("rare-combinations"), naive.rare(naive.train), naive.rare(naive.holdout));
        agree(measured.get("k-anonymity"), naive.small(naive.synthetic), naive.small(naive.real));
        assertThat(measured.get("rare-combinations-count").value()).isEqualTo((double) naive.rareCombinationsMet());
        agree(
                measured.get("attribute-disclosure", "v3"),
                naive.read(naive.train, "v3"),
                naive.read(naive.holdout, "v3"));
        agree(measured.get("l-diversity", "v3"), naive.uniform(naive.synthetic, "v3"), naive.uniform(naive.real, "v3"));
        agree(
                measured.get("t-closeness", "v3"),
                naive.closeness(naive.synthetic, "v3"),
                naive.closeness(naive.real, "v3"));
    }

    private static void agree(Finding finding, double value, double baseline) {
        assertThat(finding.value()).as(finding.name()).isCloseTo(value, within(1e-12));
        assertThat(finding.baseline()).as(finding.name()).isCloseTo(baseline, within(1e-12));
    }

    @Test
    void trainingRowsPassedOffAsSyntheticBreakEveryRule() {
        MixedTables tables = MixedTables.exchangeable(1, 900, 700, 1);
        Disclosure check = new Disclosure(List.of("v2", "v3", "v4", "v5"), List.of("v0"), 3, 0.99);
        List<Finding> findings =
                check.measure(tables.withSynthetic(tables.train()).coded(2));
        assertThat(new Gate(Preset.DEFAULT.disclosure()).breaches(findings))
                .extracting(breach -> breach.rule().finding())
                .containsExactly(
                        "privacy.replicated-uniques", "privacy.rare-combinations", "privacy.attribute-disclosure");
    }

    /** 20 tables, three rules of 99 % each on the better side: 0.3 false alarms are expected if tolerances were 0. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anotherRealSamplePasses(int seed) {
        assertThat(breaches(Preset.STRICT, MixedTables.exchangeable(seed, 600 + 40 * seed, 500, 800)))
                .isEmpty();
    }

    @Test
    void whatIsKnownAnywayOrMadeUpIsNoSecret() {
        Disclosure check = new Disclosure(List.of("v2", "name"), List.of("v2", "remark"), 3, 0.99);
        Measured measured = Measured.by(check, MixedTables.exchangeable(1, 300, 300, 300));
        assertThat(measured.get("attribute-disclosure", "v2").high()).isZero();
        assertThat(measured.get("attribute-disclosure", "remark").high()).isZero();
        assertThat(measured.find("l-diversity", "v2")).isEmpty();
    }

    @Test
    void decidesNothingWhereHardlyAnyRowIsRare() {
        Disclosure check = new Disclosure(List.of("v2"), List.of(), 3, 0.99);
        Finding finding =
                Measured.by(check, MixedTables.exchangeable(1, 300, 300, 300)).get("replicated-uniques");
        assertThat(finding.inconclusive()).isTrue();
        assertThat(new Gate(
                                Preset.STRICT.disclosure().subList(0, 1),
                                Preset.STRICT.gate().doubt())
                        .breaches(List.of(finding)))
                .extracting(Breach::message)
                .containsExactly(
                        "privacy.replicated-uniques could not be decided, because there were too few rows to measure it on,"
                                + " and this rule passes only what is decided; give more rows, or hold out more of them");
        assertThat(new Gate(Preset.DEFAULT.disclosure().subList(0, 1)).breaches(List.of(finding)))
                .isEmpty();
    }

    /** With room for fewer entries a sample of combinations stands for all: the same one however rows are cut. */
    @Test
    void looksAtASampleOfVeryManyCombinations() {
        MixedTables tables = MixedTables.exchangeable(7, 4000, 3000, 4000);
        List<Finding> sampled = CHECK.measure(tables.coded(1), 2000);
        assertThat(CHECK.measure(tables.coded(3), 2000)).isEqualTo(sampled);
        assertThat(CHECK.measure(tables.coded(8), 2000)).isEqualTo(sampled);
        Measured exact = new Measured(CHECK.measure(tables.coded(1)));
        assertThat(sampled).isNotEqualTo(exact.findings());
        for (String metric : List.of("replicated-uniques", "rare-combinations", "k-anonymity")) {
            Finding finding = new Measured(sampled).get(metric);
            assertThat(exact.get(metric).value()).as(metric).isBetween(finding.low(), finding.high());
        }
    }
}
