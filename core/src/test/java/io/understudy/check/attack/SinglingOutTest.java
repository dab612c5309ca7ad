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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
                Sample.of(
                        tables.coded(1).space(),
                        CanonicalRows.of(tables.coded(1).synthetic().sample(60, 0))
                                .block()),
                4,
                3);
        assertThat(multivariate.queries(10_000, 20_000)).doesNotHaveDuplicates().isNotEmpty();
        assertThat(Arrays.asList(new Univariate(released, 1).queries(10_000).toArray()))
                .doesNotHaveDuplicates();
    }

    /** Of a sample beyond the rows of the sieve. */
    @Test
    void asksOnlyWhatMatchesAtMostOneRowOfTheSample() {
        Assessed tables = MixedTables.exchangeable(10, 60, 60, 9_000).coded(1);
        CanonicalRows rows = CanonicalRows.of(tables.synthetic().sample(9_000, 0));
        List<Query> queries = new Multivariate(Released.of(tables), Sample.of(tables.space(), rows.block()), 6, 3)
                .queries(1_000, 5_000);
        assertThat(queries).hasSizeGreaterThan(100);
        assertThat(tables.synthetic().compute(new QueryCounts(queries))).containsOnly(1);
    }

    /** Those on one column by its counts, the others in an index; and no more than asked for. */
    @Test
    void matchesAreThoseThatLookingAtEveryRowFinds() {
        Assessed tables = MixedTables.exchangeable(11, 60, 60, 3_000).coded(1);
        Released released = Released.of(tables);
        List<Query> queries = new ArrayList<>(new Univariate(released, 1).queries(200));
        for (int columns : new int[] {1, 2, 6}) {
            queries.addAll(new NaiveQueries(released, columns, 5).queries(500));
        }
        Collections.shuffle(queries, new Random(1));
        long[] all = tables.synthetic().compute(new QueryCounts(queries));
        assertThat(all).contains(0, 1, 2);
        Matches matches = Matches.in(tables.synthetic(), tables.space().domain(), tables.search());
        assertThat(matches.of(queries, Long.MAX_VALUE)).isEqualTo(all);
        assertThat(matches.of(queries, 2))
                .isEqualTo(Arrays.stream(all).map(count -> Math.min(count, 2)).toArray());
        assertThat(matches.of(List.of(), 2)).isEmpty();
    }
}
