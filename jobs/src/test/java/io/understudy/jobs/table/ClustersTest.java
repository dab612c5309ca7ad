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
        assertThat(rows.rowsPerEntity(List.of(0))).isCloseTo(81.1, within(1e-9));
        assertThat(rows.rowsPerEntity(List.of(0, 1))).isCloseTo(81.1, within(1e-9));
        assertThat(rows.rowsPerEntity(List.of(1))).isCloseTo(100, within(1e-9));
    }

    /** Or else all rows without a key would be those of one enormous entity. */
    @Test
    void rowsWithoutAKeyAreNobodys() {
        SourceRows rows = SourceRows.of(
                TestSpark.session().sql("select if(id < 50, null, cast(id / 2 as int)) as customer from range(100)"));
        assertThat(rows.rowsPerEntity(List.of(0))).isCloseTo(2, within(1e-9));
    }
}
