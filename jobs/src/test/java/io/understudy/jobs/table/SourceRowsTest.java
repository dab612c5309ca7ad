package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRowsTest {
    private static final int ROWS = 3_000;
    private static final long SEED = 9;

    private static SourceRows claims(int partitions) {
        return SourceRows.of(InsuranceClaims.table(TestSpark.session(), ROWS, 1).repartition(partitions));
    }

    private static SourceRows patterns(int distinct, int partitions) {
        Dataset<Row> table = TestSpark.session()
                .sql("select id % " + distinct + " as kind, cast(null as string) as note from range(" + ROWS + ")");
        return SourceRows.of(table.repartition(partitions));
    }

    /** The rows as a multiset: sorted content hashes over some columns. */
    private static List<Long> hashes(SourceRows rows, int... of) {
        int[] columns =
                of.length > 0 ? of : IntStream.range(0, rows.columns().size()).toArray();
        List<Long> hashes = new ArrayList<>();
        for (long[] block :
                rows.blocks().map(block -> block.contentHashes(columns)).collect()) {
            for (long hash : block) {
                hashes.add(hash);
            }
        }
        hashes.sort(null);
        return hashes;
    }

    private static double shareHeldOut(SourceRows.Split split) {
        int held = hashes(split.holdout()).size();
        return (double) held / (held + hashes(split.train()).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8})
    void theSplitIsTheSameHoweverTheRowsArePartitioned(int partitions) {
        SourceRows.Split one = claims(1).split(0.2, List.of(), SEED);
        SourceRows.Split many = claims(partitions).split(0.2, List.of(), SEED);

        assertThat(hashes(one.holdout())).hasSizeBetween(450, 750);
        assertThat(hashes(many.holdout())).isEqualTo(hashes(one.holdout()));
        assertThat(hashes(many.train())).isEqualTo(hashes(one.train()));
    }

    @Test
    void everyRowIsOnOneSideAndAnotherSeedSplitsOtherwise() {
        SourceRows.Split split = claims(3).split(0.2, List.of(), SEED);
        List<Long> both = hashes(split.train());
        both.addAll(hashes(split.holdout()));
        both.sort(null);

        assertThat(both).isEqualTo(hashes(claims(1)));
        assertThat(hashes(claims(3).split(0.2, List.of(), SEED + 1).holdout())).isNotEqualTo(hashes(split.holdout()));
    }

    /** Five standard deviations of a binomial share: a false alarm in two million runs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aTableOfAFewDistinctRowsIsSplitByShareToo(int distinct) {
        SourceRows.Split one = patterns(distinct, 1).split(0.3, List.of(), SEED);
        SourceRows.Split many = patterns(distinct, 8).split(0.3, List.of(), SEED);

        assertThat(shareHeldOut(one)).isCloseTo(0.3, within(5 * Math.sqrt(0.3 * 0.7 / ROWS)));
        assertThat(hashes(many.holdout())).isEqualTo(hashes(one.holdout()));
    }

    @Test
    void equalKeysStayOnOneSide() {
        int customer = 1;
        assertThat(claims(1).columns().get(customer).name()).isEqualTo("customer_id");
        SourceRows.Split split = claims(3).split(0.2, List.of(customer), SEED);
        List<Long> held = hashes(split.holdout(), customer);

        assertThat(held).hasSizeBetween(400, 800);
        assertThat(hashes(split.train(), customer)).doesNotContainAnyElementsOf(held);
        assertThat(hashes(claims(8).split(0.2, List.of(customer), SEED).holdout()))
                .isEqualTo(hashes(split.holdout()));
    }
}
