package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.jobs.TestSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows become whole numbers of copies, wherever they lie. */
class WeightedRowsTest {
    /** Ids of 700 rows, some of them equal, with weights of 0.5, 1.5, ... 6.5 by the last digit. */
    private static final String ROWS = "select id % 500 as id, (id % 500) % 7 + 0.5D as weight from range(700)";

    private static WeightedRows rows(String sql, int partitions) {
        Dataset<Row> table = TestSpark.session().sql(sql).repartition(partitions);
        return new WeightedRows(SourceRows.of(table), table.schema().fieldIndex("weight"));
    }

    private static CopiedRows copied(WeightedRows rows, List<Integer> key) {
        return rows.copied(rows.weights().mean(), key, 3);
    }

    private static Map<Long, Long> copies(SourceRows rows) {
        Map<Long, Long> copies = new TreeMap<>();
        rows.dataset(
                        TestSpark.session(),
                        TestSpark.session().sql("select 1L as id").schema())
                .collectAsList()
                .forEach(row -> copies.merge(row.getLong(0), 1L, Long::sum));
        return copies;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void copiesDependOnNoPlace(int partitions) {
        Map<Long, Long> here = copies(copied(rows(ROWS, partitions), List.of()).all());
        assertThat(here).isEqualTo(copies(copied(rows(ROWS, 5), List.of()).all()));
        assertThat(here.values().stream().mapToLong(Long::longValue).sum()).isBetween(680L, 720L);
    }

    /** Twice 6.5 / 3.4 = 1.9 is 3.8, so that two equal rows have 3 or 4 copies together. */
    @Test
    void noRowAndNoEqualRowsAreMoreThanOneCopyOff() {
        WeightedRows rows = rows(ROWS, 4);
        double mean = rows.weights().mean();
        Map<Long, Long> copies = copies(copied(rows, List.of()).all());
        for (long id = 0; id < 500; id++) {
            double expected = (id < 200 ? 2 : 1) * (id % 7 + 0.5) / mean;
            assertThat((double) copies.getOrDefault(id, 0L)).isCloseTo(expected, within(1.0));
        }
    }

    @Test
    void equalWeightsAreOneCopyEach() {
        CopiedRows copied = copied(rows("select id, 0.1D as weight from range(1000)", 4), List.of());
        assertThat(copies(copied.all()).values()).hasSize(1000).containsOnly(1L);
        assertThat(copied.clusters(9).rowsOf(10)).isEqualTo(10);
        assertThat(copied.clusters(9).rowsPerEntity()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tinyint", "int", "bigint", "float", "double", "decimal(6,2)", "decimal(30,2)"})
    void numbersOfEveryTypeAreWeights(String type) {
        Weights weights = rows("select id, cast(id % 5 as " + type + ") as weight from range(100)", 3)
                .weights();
        assertThat(weights).isEqualTo(new Weights(100, 0, 0, 0, 2));
    }

    @Test
    void whatIsNoWeightIsCounted() {
        Weights weights = rows(
                        "select id, case when id < 1 then null when id < 3 then double('nan') when id < 6 then"
                                + " double('infinity') when id < 10 then -1 else 3 end as weight from range(20)",
                        3)
                .weights();
        assertThat(weights).isEqualTo(new Weights(20, 1, 5, 4, 3));
    }

    /** All rows of an entity are on one side with all their copies; rows without one are each a stranger's. */
    @Test
    void allCopiesOfAnEntityAreOnOneSide() {
        String sql = "select if(id < 300, id % 60, null) as id, 1D + id % 3 as weight from range(600)";
        CopiedRows copied = copied(rows(sql, 4), List.of(0));
        CopiedRows.Split split = copied.split(0.5, 7);
        List<Long> held = keys(split.holdout().all());
        List<Long> learned = keys(split.train().all());
        assertThat(held).isNotEmpty().doesNotContainAnyElementsOf(learned);
        assertThat(held.size() + learned.size()).isEqualTo(60);
        assertThat(split.train().all().count() + split.holdout().all().count())
                .isEqualTo(copied.all().count());
        // Sixty entities of five rows of one or of different weights; the 300 others have one row each.
        Clusters clusters = copied.clusters(100);
        assertThat(clusters.largest()).hasSize(100);
        assertThat(clusters.largest().subList(60, 100)).allMatch(rows -> rows <= 2);
        assertThat(clusters.rows()).isEqualTo(copied.all().count());
    }

    private static List<Long> keys(SourceRows rows) {
        return new ArrayList<>(rows
                .dataset(
                        TestSpark.session(),
                        TestSpark.session()
                                .sql("select cast(null as bigint) as id")
                                .schema())
                .filter("id is not null")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getLong(0))
                .toList());
    }

    @Test
    void copiesOfOneRowFillMoreThanOneBlock() {
        CopiedRows copied = copied(rows("select id, if(id = 0, 1e9, 1e-3) as weight from range(200000)", 1), List.of());
        assertThat(copied.all().count()).isBetween(199_000L, 201_000L);
        assertThat(copied.once().count()).isBetween(1L, 10L);
    }

    @Test
    void theLastCopiesOfEqualRowsAreGivenOutEvenly() {
        for (double start : new double[] {0, 0.3, 0.999}) {
            int all = 0;
            for (int ordinal = 0; ordinal < 1_000; ordinal++) {
                int copies = WeightedRows.copies(1.37, ordinal, start);
                assertThat(copies).isBetween(1, 2);
                all += copies;
            }
            assertThat(all).isBetween(1_370, 1_371);
        }
    }
}
