package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.jobs.TestSpark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that have the same code come to lie in one block, and none is lost. */
class TogetherTest {
    private static final Domain DOMAIN =
            new Domain(List.of(Variable.ordinal("row", 6_000), new Variable("of", Integer.MAX_VALUE, false, true)));

    private static List<Block> blocks() {
        Random random = new Random(4);
        return IntStream.range(0, 12)
                .mapToObj(b -> {
                    Block block = Block.empty(DOMAIN, 0, 500);
                    block.write(0, IntStream.range(500 * b, 500 * (b + 1)).toArray());
                    block.write(
                            1,
                            IntStream.range(0, 500)
                                    .map(row -> random.nextInt(3) == 0 ? 0 : 1_000_003 * random.nextInt(700))
                                    .toArray());
                    return block;
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 40})
    void rowsOfOneCodeLieInOneBlock(int partitions) {
        List<Block> blocks = blocks();
        SparkTable table = new SparkTable(
                DOMAIN,
                6_000,
                JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext())
                        .parallelize(blocks, partitions));

        List<Block> together = table.together(1).blocks().collect();

        Set<Integer> known = new HashSet<>();
        List<List<Integer>> rows = new ArrayList<>();
        int withNone = 0;
        for (Block block : together) {
            Set<Integer> here = new HashSet<>();
            boolean none = false;
            for (int row = 0; row < block.rows(); row++) {
                rows.add(List.of(block.code(0, row), block.code(1, row)));
                none |= block.code(1, row) == 0;
                if (block.code(1, row) != 0) {
                    here.add(block.code(1, row));
                }
            }
            withNone += none ? 1 : 0;
            assertThat(here).as("codes of other blocks").noneMatch(known::contains);
            known.addAll(here);
        }
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(blocks.stream()
                        .flatMap(block -> IntStream.range(0, block.rows())
                                .mapToObj(row -> List.of(block.code(0, row), block.code(1, row))))
                        .toList());
        assertThat(withNone).as("rows of nobody are spread").isEqualTo(partitions);
    }
}
