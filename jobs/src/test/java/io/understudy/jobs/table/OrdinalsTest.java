package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Tuple2;

class OrdinalsTest {

    private static JavaSparkContext spark() {
        return JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
    }

    /** Every hash with the ordinals that its rows were given, sorted. */
    private static Map<Long, List<Long>> numbered(JavaRDD<long[]> blocks) {
        JavaRDD<List<Tuple2<Long, Long>>> numbered = Ordinals.of(blocks, block -> block)
                .zip(blocks, (block, ordinals) -> {
                    List<Tuple2<Long, Long>> rows = new ArrayList<>();
                    for (long hash : block) {
                        rows.add(new Tuple2<>(hash, ordinals.applyAsLong(hash)));
                    }
                    return rows;
                });
        Map<Long, List<Long>> byHash = new HashMap<>();
        for (List<Tuple2<Long, Long>> rows : numbered.collect()) {
            rows.forEach(row ->
                    byHash.computeIfAbsent(row._1(), hash -> new ArrayList<>()).add(row._2()));
        }
        byHash.values().forEach(numbers -> numbers.sort(null));
        return byHash;
    }

    /** The oracle counts: a hash that occurs n times has the ordinals 0 .. n-1. */
    private static Map<Long, List<Long>> expected(List<long[]> blocks) {
        Map<Long, List<Long>> ordinals = new HashMap<>();
        for (long[] block : blocks) {
            for (long hash : block) {
                List<Long> numbers = ordinals.computeIfAbsent(hash, any -> new ArrayList<>());
                numbers.add((long) numbers.size());
            }
        }
        return ordinals;
    }

    @ParameterizedTest(name = "{0} distinct rows in {1} partitions")
    @CsvSource({"1, 1", "1, 8", "2, 3", "40, 8", "100000, 5", "3, 40"})
    void equalRowsAreNumberedOnceEachOverAllPartitions(int distinct, int partitions) {
        Random random = new Random(distinct);
        List<long[]> blocks = new ArrayList<>();
        for (int b = 0; b < 20; b++) {
            blocks.add(random.longs(random.nextInt(200))
                    .map(any -> (long) random.nextInt(distinct) << 33 ^ 0x5DEECE66DL)
                    .toArray());
        }

        assertThat(numbered(spark().parallelize(blocks, partitions))).isEqualTo(expected(blocks));
    }

    @Test
    void aTableWithoutRowsOrWithoutPartitionsHasNone() {
        assertThat(numbered(spark().parallelize(List.of(new long[0]), 3))).isEmpty();
        assertThat(numbered(spark().emptyRDD())).isEmpty();
    }
}
