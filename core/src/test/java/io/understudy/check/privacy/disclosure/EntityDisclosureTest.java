package io.understudy.check.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.check.Owned;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.gate.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it is known whose real rows are, owners are counted. */
class EntityDisclosureTest {
    private static final int K = 4;
    private static final Disclosure CHECK = new Disclosure(OwnedTables.KNOWN, OwnedTables.SECRET, K, 0.99);

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "4, true", "5, true", "6, true"})
    void agreesWithSetsOfOwners(long seed, boolean shared) {
        OwnedTables tables = OwnedTables.random(seed, 400, shared);
        NaiveEntities naive = new NaiveEntities(tables, K);
        for (int pieces : new int[] {1, 3, 8}) {
            Measured measured = new Measured(CHECK.measure(tables.coded(pieces)));
            agree(measured.get("replicated-uniques"), naive.replicated(Owned.TRAIN), naive.replicated(Owned.HOLDOUT));
            agree(measured.get("rare-combinations"), naive.rare(Owned.TRAIN), naive.rare(Owned.HOLDOUT));
            assertThat(measured.get("rare-combinations-count").value()).isEqualTo((double) naive.rareCombinationsMet());
            assertThat(measured.get("k-anonymity").baseline()).isCloseTo(naive.small(), within(1e-12));
            for (String secret : OwnedTables.SECRET) {
                agree(
                        measured.get("attribute-disclosure", secret),
                        naive.read(Owned.TRAIN, secret),
                        naive.read(Owned.HOLDOUT, secret));
                assertThat(measured.get("l-diversity", secret).baseline())
                        .isCloseTo(naive.uniform(secret), within(1e-12));
                assertThat(measured.get("t-closeness", secret).baseline())
                        .isCloseTo(naive.closeness(secret), within(1e-12));
            }
        }
    }

    private static void agree(Finding finding, double value, double baseline) {
        assertThat(finding.value()).as(finding.name()).isCloseTo(value, within(1e-12));
        assertThat(finding.baseline()).as(finding.name()).isCloseTo(baseline, within(1e-12));
    }

    /** Room for 100 entries is too little: combinations are sampled, the same ones as of rows. */
    @ParameterizedTest
    @ValueSource(ints = {100, 1 << 19})
    void entitiesOfOneRowAreRows(int most) {
        OwnedTables tables = OwnedTables.random(7, 500, false);
        List<Finding> byRows = CHECK.measure(tables.byRows(1), most);
        OwnedTables ofOneRow = tables.withEntities(row -> Owned.code(row));
        OwnedTables ofNobody = tables.withEntities(row -> Owned.NOBODY);
        assertThat(CHECK.measure(ofOneRow.coded(3), most)).isEqualTo(byRows);
        assertThat(CHECK.measure(ofNobody.coded(3), most)).isEqualTo(byRows);
        assertThat(CHECK.measure(tables.coded(3), most)).isNotEqualTo(byRows);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void looksAtASampleOfVeryManyCombinations(boolean shared) {
        OwnedTables tables = OwnedTables.random(8, 1_000, shared);
        List<Finding> sampled = CHECK.measure(tables.coded(1), 150);
        assertThat(CHECK.measure(tables.coded(3), 150)).isEqualTo(sampled);
        assertThat(CHECK.measure(tables.coded(8), 150)).isEqualTo(sampled);
        Measured exact = new Measured(CHECK.measure(tables.coded(1)));
        assertThat(sampled).isNotEqualTo(exact.findings());
        for (String metric : List.of("rare-combinations", "k-anonymity")) {
            Finding finding = new Measured(sampled).get(metric);
            assertThat(exact.get(metric).value()).as(metric).isBetween(finding.low(), finding.high());
        }
    }

    /** 120 people of ten equal rows each. None of their combinations is rare by rows, all of them are by people. */
    private static OwnedTables tens() {
        Random random = new Random(9);
        List<OwnedTables.Real> real = new ArrayList<>();
        List<int[]> learned = new ArrayList<>();
        for (int person = 0; person < 120; person++) {
            int[] row = {person % 3, person % 7, person / 7 % 5, random.nextInt(4), person / 35 % 9};
            int side = person % 2 == 0 ? Owned.TRAIN : Owned.HOLDOUT;
            for (int i = 0; i < 10; i++) {
                real.add(new OwnedTables.Real(row, side, Owned.code(person)));
                if (side == Owned.TRAIN) {
                    learned.add(row);
                }
            }
        }
        return new OwnedTables(real, learned);
    }

    @Test
    void peopleDoNotHideAmongTheirOwnRows() {
        OwnedTables leaked = tens();
        Measured byRows = new Measured(CHECK.measure(leaked.byRows(2)));
        assertThat(byRows.get("rare-combinations-count").value()).isZero();
        assertThat(byRows.get("rare-combinations").inconclusive()).isTrue();
        assertThat(byRows.get("replicated-uniques").inconclusive()).isTrue();

        List<Finding> findings = CHECK.measure(leaked.coded(2));
        Measured byPeople = new Measured(findings);
        assertThat(byPeople.get("rare-combinations-count").value()).isEqualTo(60);
        agree(byPeople.get("rare-combinations"), 1, 0);
        agree(byPeople.get("replicated-uniques"), 1, 0);
        assertThat(new Gate(Preset.DEFAULT.disclosure()).breaches(findings))
                .extracting(Breach::rule)
                .extracting(rule -> rule.finding())
                .contains("privacy.replicated-uniques", "privacy.rare-combinations", "privacy.attribute-disclosure");
    }
}
