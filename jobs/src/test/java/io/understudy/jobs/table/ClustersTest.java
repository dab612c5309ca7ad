package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.jobs.TestSpark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows entities have does not depend on where their rows lie. */
class ClustersTest {

    /** Ten entities of one row, one of ninety: (10 + 8,100) / 100. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void aRowDrawnAtRandomIsMostlyOneOfTheLargeEntity(int partitions) {
        SourceRows rows = SourceRows.of(TestSpark.session()
                .sql("select if(id < 10, id, 99) as customer, 7 as constant from range(100)")
                .repartition(partitions));
        assertThat(rows.clusters(List.of(0), 3).rowsPerEntity()).isCloseTo(81.1, within(1e-9));
        assertThat(rows.clusters(List.of(0, 1), 3).rowsPerEntity()).isCloseTo(81.1, within(1e-9));
        assertThat(rows.clusters(List.of(1), 3).rowsPerEntity()).isCloseTo(100, within(1e-9));
    }

    /** Or else all rows without a key would be those of one enormous entity. */
    @Test
    void rowsWithoutAKeyAreNobodys() {
        SourceRows rows = SourceRows.of(
                TestSpark.session().sql("select if(id < 50, null, cast(id / 2 as int)) as customer from range(100)"));
        assertThat(rows.clusters(List.of(0), 3).rowsPerEntity()).isCloseTo(2, within(1e-9));
    }

    /** Entities of 1, 2, ... 13 rows: three of them have 13 + 12 + 11 rows at most, so 37 rows are those of four, 40 if rounded. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void oneRowMoreThanFewerEntitiesCanHaveIsThatOfEnough(int partitions) {
        SourceRows rows = SourceRows.of(TestSpark.session()
                .sql("select customer from (select explode(sequence(1, id)) as row, id as customer from range(1, 14))")
                .repartition(partitions));
        Clusters clusters = rows.clusters(List.of(0), 3);
        assertThat(clusters.largest()).containsExactly(13L, 12L, 11L);
        assertThat(clusters.rowsOf(4)).isEqualTo(40);
        assertThat(clusters.rowsOf(1)).isEqualTo(1);
        assertThat(Clusters.NONE.rowsOf(10))
                .as("where every row stands for itself")
                .isEqualTo(10);
    }

    @Test
    void whereThereAreFewerEntitiesNoRowsAreEnough() {
        SourceRows rows = SourceRows.of(TestSpark.session().sql("select id % 3 as customer from range(300)"));
        assertThat(rows.clusters(List.of(0), 9).rowsOf(10)).isEqualTo(310);
    }
}
