package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.jobs.TestSpark;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Coded tables of random rows, many of them equal, in memory and spread over partitions. */
final class Codes {
    /** One variable for each width in which a block stores codes. */
    static final Domain DOMAIN = new Domain(List.of(
            Variable.nominal("label", 3), Variable.ordinal("number", 300), new Variable("wide", 70_000, true, true)));

    private Codes() {}

    /** Blocks of different sizes, one of them empty, with {@code distinct} different rows at most. */
    static List<Block> blocks(int rows, int distinct, long seed) {
        Random random = new Random(seed);
        int[][] patterns = new int[distinct][];
        for (int i = 0; i < distinct; i++) {
            patterns[i] = new int[] {random.nextInt(3), random.nextInt(300), random.nextInt(70_000)};
        }
        List<Block> blocks = new ArrayList<>(List.of(Block.empty(DOMAIN, 0, 0)));
        for (int left = rows; left > 0; ) {
            int size = Math.min(left, 1 + random.nextInt(1 + rows / 5));
            blocks.add(block(patterns, size, random));
            left -= size;
        }
        return blocks;
    }

    private static Block block(int[][] patterns, int size, Random random) {
        int[][] columns = new int[DOMAIN.width()][size];
        for (int row = 0; row < size; row++) {
            int[] pattern = patterns[random.nextInt(patterns.length)];
            for (int v = 0; v < pattern.length; v++) {
                columns[v][row] = pattern[v];
            }
        }
        Block block = Block.empty(DOMAIN, 0, size);
        for (int v = 0; v < columns.length; v++) {
            block.write(v, columns[v]);
        }
        return block;
    }

    static LocalTable local(List<Block> blocks) {
        return new LocalTable(DOMAIN, blocks);
    }

    static SparkTable spread(List<Block> blocks, int partitions) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
        JavaRDD<Block> spread = spark.parallelize(blocks, partitions);
        return new SparkTable(DOMAIN, local(blocks).rows(), spread);
    }

    /** The rows of a block as a multiset: sorted texts. */
    static List<String> rows(Block block) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            int[] codes = new int[block.width()];
            for (int v = 0; v < codes.length; v++) {
                codes[v] = block.code(v, row);
            }
            rows.add(Arrays.toString(codes));
        }
        rows.sort(null);
        return rows;
    }
}
