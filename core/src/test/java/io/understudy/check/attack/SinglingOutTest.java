package io.understudy.check.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import io.understudy.check.PrivacyContract;
import io.understudy.gate.Preset;
import io.understudy.stat.CanonicalRows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SinglingOutTest extends PrivacyContract {
    private static final double CONFIDENCE = Preset.STRICT.gate().confidence();

    @Override
    protected Check check() {
        return new SinglingOut(CONFIDENCE, 300, 1);
    }

    /** Single values of an independent column are still those of single people: its copies of rare numbers are found. */
    @Test
    void copiedValuesOfOneColumnAreFoundThoughColumnsAreIndependent() {
        MixedTables tables = MixedTables.exchangeable(7, 2000, 2000, 1);
        Random random = new Random(7);
        double[][] shuffled = new double[tables.train().length][];
        for (int v = 0; v < shuffled.length; v++) {
            double[] column = tables.train()[v];
            shuffled[v] = random.ints(column.length, 0, column.length)
                    .mapToDouble(row -> column[row])
                    .toArray();
        }
        Measured measured = Measured.by(check(), tables.withSynthetic(shuffled));
        assertThat(measured.get("singling-out", "one column").low()).isGreaterThan(0.5);
        assertThat(measured.get("singling-out", "6 columns").low()).isLessThan(0.1);
    }

    @Test
    void aHoldoutOfAnotherSizeDoesNotMatter() {
        MixedTables tables = MixedTables.exchangeable(8, 4000, 1000, 1);
        Measured measured = Measured.by(check(), tables.withSynthetic(tables.train()));
        for (String subject : new String[] {"one column", "4 columns", "6 columns"}) {
            assertThat(measured.get("singling-out", subject).value()).isGreaterThan(0.95);
        }
    }

    @Test
    void withoutQueriesNothingIsDecided() {
        double[][] same = new double[1][200];
        MixedTables tables = new MixedTables(new boolean[1], same, same, same);
        Measured measured = Measured.by(check(), tables);
        assertThat(measured.get("singling-out", "one column")).matches(Finding::inconclusive);
        assertThat(measured.get("attacks", "singling out").value()).isZero();
    }

    @Test
    void asksNoQueryTwice() {
        MixedTables tables = MixedTables.exchangeable(9, 60, 60, 60);
        Released released = Released.of(tables.coded(1));
        Multivariate multivariate = new Multivariate(
                released,
                CanonicalRows.of(tables.coded(1).synthetic().sample(60, 0)).block(),
                4,
                3);
        assertThat(multivariate.queries(10_000, 20_000)).doesNotHaveDuplicates().isNotEmpty();
        assertThat(Arrays.asList(new Univariate(released, 1).queries(10_000).toArray()))
                .doesNotHaveDuplicates();
    }

    /** Of a sample that is looked at piece by piece. */
    @Test
    void asksOnlyWhatMatchesAtMostOneRowOfTheSample() {
        Assessed tables = MixedTables.exchangeable(10, 60, 60, 9_000).coded(1);
        CanonicalRows rows = CanonicalRows.of(tables.synthetic().sample(9_000, 0));
        List<Query> queries = new Multivariate(Released.of(tables), rows.block(), 6, 3).queries(1_000, 5_000);
        assertThat(queries).hasSizeGreaterThan(100);
        assertThat(tables.synthetic().compute(new QueryCounts(queries))).containsOnly(1);
    }
}
