package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Clique;
import io.understudy.jobs.JobCount;
import io.understudy.stat.Both;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A distributed table answers as one in memory does, however its rows are spread. */
class SparkTableTest {
    private static final List<Block> BLOCKS = Codes.blocks(5_000, 1_500, 7);
    private static final LocalTable LOCAL = Codes.local(BLOCKS);
    private static final Marginals COLUMNS = Marginals.ofColumns(Codes.DOMAIN);
    private static final Marginals PAIRS = new Marginals(Codes.DOMAIN, List.of(Clique.of(0, 1), Clique.of(1, 2)));

    private static List<String> cells(List<Marginal> marginals) {
        return marginals.stream().map(SparkTableTest::cells).toList();
    }

    private static String cells(Marginal marginal) {
        StringBuilder cells = new StringBuilder();
        marginal.forEach(
                (cell, count) -> cells.append(cell).append(':').append(count).append(' '));
        return cells.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 70})
    void countsAreThoseOfTheTableInMemory(int partitions) {
        Both<?, ?, List<Marginal>, List<Marginal>> both = new Both<>(COLUMNS, PAIRS);
        var expected = LOCAL.compute(both);

        var counted = Codes.spread(BLOCKS, partitions).compute(both);

        assertThat(expected.second().get(0).total()).isEqualTo(5_000);
        assertThat(cells(counted.first())).isEqualTo(cells(expected.first()));
        assertThat(cells(counted.second())).isEqualTo(cells(expected.second()));
    }

    @Test
    void aStatisticIsOneJob() throws Exception {
        Table table = Codes.spread(BLOCKS, 8);

        assertThat(JobCount.of(() -> table.compute(new Both<>(COLUMNS, PAIRS)))).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void aSampleIsTheOneOfTheTableInMemory(int partitions) {
        List<String> expected = Codes.rows(LOCAL.sample(1_000, 11));

        assertThat(expected).hasSizeBetween(850, 1_150);
        assertThat(Codes.rows(Codes.spread(BLOCKS, partitions).sample(1_000, 11)))
                .isEqualTo(expected);
    }

    /** Five standard deviations of the number of rows drawn: a false alarm in two million runs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void aSampleOfAFewPatternsKeepsTheirShares(int partitions) {
        List<Block> blocks = Codes.blocks(8_000, 2, 5);

        List<String> drawn = Codes.rows(Codes.spread(blocks, partitions).sample(2_000, 3));

        assertThat(drawn).isEqualTo(Codes.rows(Codes.local(blocks).sample(2_000, 3)));
        assertThat((double) drawn.size()).isCloseTo(2_000, within(5 * Math.sqrt(8_000 * 0.25 * 0.75)));
    }

    @Test
    void aSampleNoSmallerThanTheTableIsTheTable() {
        assertThat(Codes.rows(Codes.spread(BLOCKS, 3).sample(5_000, 1)))
                .isEqualTo(Codes.rows(LOCAL.sample(9_000, 2)))
                .hasSize(5_000);
    }

    @Test
    void tasksShareRowsAndAnswerInTheirOrder() {
        Block shared = LOCAL.sample(100, 1);
        Table.Task<Integer> task = (rows, index) -> rows.code(1, index) + index;

        List<Integer> results = Codes.spread(BLOCKS, 3).run(shared, 40, task);

        assertThat(results)
                .isEqualTo(LOCAL.run(shared, 40, task))
                .isEqualTo(IntStream.range(0, 40)
                        .mapToObj(i -> shared.code(1, i) + i)
                        .toList());
        assertThat(Codes.spread(BLOCKS, 3).run(shared, 0, task)).isEmpty();
    }
}
