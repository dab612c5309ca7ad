package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * How rows are spread over entities, from whole numbers alone, so that partitions do not matter.
 *
 * @param rows    of all entities
 * @param squares the sum of the squares of every entity's rows
 */
record Clusters(long rows, long squares) implements Serializable {

    /** Counts the rows of every key; hashes of keys are shuffled, no rows. */
    static Clusters of(JavaRDD<RawBlock> blocks, int[] key) {
        int reducers = blocks.getNumPartitions();
        return blocks.mapPartitionsToPair(all -> counted(all, key, reducers).iterator())
                .reduceByKey(LongCounts::merge, reducers)
                .map(entry -> of(entry._2()))
                .fold(new Clusters(0, 0), Clusters::and);
    }

    private static List<Tuple2<Integer, LongCounts>> counted(Iterator<RawBlock> blocks, int[] key, int reducers) {
        LongCounts[] counts = new LongCounts[reducers];
        while (blocks.hasNext()) {
            for (long hash : blocks.next().contentHashes(key)) {
                int reducer = Math.floorMod((int) (hash >>> Integer.SIZE), reducers);
                counts[reducer] = counts[reducer] == null ? new LongCounts() : counts[reducer];
                counts[reducer].add(hash, 1);
            }
        }
        List<Tuple2<Integer, LongCounts>> found = new ArrayList<>();
        for (int reducer = 0; reducer < reducers; reducer++) {
            if (counts[reducer] != null) {
                found.add(new Tuple2<>(reducer, counts[reducer]));
            }
        }
        return found;
    }

    private static Clusters of(LongCounts counts) {
        long[] sums = new long[2];
        counts.forEach((key, count) -> {
            sums[0] += count;
            sums[1] += count * count;
        });
        return new Clusters(sums[0], sums[1]);
    }

    private Clusters and(Clusters other) {
        return new Clusters(rows + other.rows, squares + other.squares);
    }

    /** How many rows the entity of a row drawn at random has, on average; 1 where every row is one of its own. */
    double rowsPerEntity() {
        return rows == 0 ? 1 : (double) squares / rows;
    }
}
