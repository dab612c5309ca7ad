package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * How rows are spread over entities, from whole numbers alone, so that partitions do not matter.
 *
 * @param rows    of all entities
 * @param squares the sum of the squares of every entity's rows
 * @param largest rows of the entities that have most, descending; no more of them than were asked for
 */
public record Clusters(long rows, long squares, List<Long> largest) implements Serializable {
    /** Of a table in which every row stands for itself. */
    public static final Clusters NONE = new Clusters(0, 0, List.of());

    public Clusters {
        largest = List.copyOf(largest);
    }

    /**
     * Counts the rows of every key that is not missing; hashes of keys are shuffled, no rows.
     *
     * @param most how many of the largest entities to keep
     */
    static Clusters of(JavaRDD<RawBlock> blocks, int[] key, int most) {
        int reducers = blocks.getNumPartitions();
        return of(
                blocks.mapPartitionsToPair(all -> {
                    Counted counted = new Counted(reducers);
                    all.forEachRemaining(block -> counted.add(block, key));
                    return counted.found().iterator();
                }),
                most);
    }

    /** Counts the copies of the rows of every entity. */
    static Clusters of(JavaRDD<CopiedRows.Batch> batches, int most) {
        int reducers = batches.getNumPartitions();
        return of(
                batches.mapPartitionsToPair(all -> {
                    Counted counted = new Counted(reducers);
                    all.forEachRemaining(counted::add);
                    return counted.found().iterator();
                }),
                most);
    }

    private static Clusters of(JavaPairRDD<Integer, LongCounts> counted, int most) {
        return counted.reduceByKey(LongCounts::merge, counted.getNumPartitions())
                .map(entry -> of(entry._2(), most))
                .fold(NONE, (left, right) -> left.and(right, most));
    }

    /** Rows by the hash of their entity, as far as one partition knows, parted by who is to add them up. */
    private static final class Counted {
        private final LongCounts[] counts;

        Counted(int reducers) {
            counts = new LongCounts[reducers];
        }

        void add(RawBlock block, int[] key) {
            long[] hashes = block.contentHashes(key);
            for (int row = 0; row < hashes.length; row++) {
                // Rows of nobody known are each a stranger's.
                if (!block.missing(key, row)) {
                    add(hashes[row], 1);
                }
            }
        }

        void add(CopiedRows.Batch batch) {
            for (int row = 0; row < batch.copies().length; row++) {
                if (batch.copies()[row] > 0) {
                    add(batch.entities()[row], batch.copies()[row]);
                }
            }
        }

        private void add(long hash, long rows) {
            int reducer = Math.floorMod((int) (hash >>> Integer.SIZE), counts.length);
            counts[reducer] = counts[reducer] == null ? new LongCounts() : counts[reducer];
            counts[reducer].add(hash, rows);
        }

        List<Tuple2<Integer, LongCounts>> found() {
            return IntStream.range(0, counts.length)
                    .filter(reducer -> counts[reducer] != null)
                    .mapToObj(reducer -> new Tuple2<>(reducer, counts[reducer]))
                    .toList();
        }
    }

    private static Clusters of(LongCounts counts, int most) {
        long[] sums = new long[2];
        PriorityQueue<Long> largest = new PriorityQueue<>();
        counts.forEach((key, count) -> {
            sums[0] += count;
            sums[1] += count * count;
            largest.add(count);
            if (largest.size() > most) {
                largest.poll();
            }
        });
        return new Clusters(sums[0], sums[1], descending(largest.stream(), most));
    }

    private Clusters and(Clusters other, int most) {
        return new Clusters(
                rows + other.rows,
                squares + other.squares,
                descending(Stream.concat(largest.stream(), other.largest.stream()), most));
    }

    private static List<Long> descending(Stream<Long> counts, int most) {
        return counts.sorted(Comparator.reverseOrder()).limit(most).toList();
    }

    /** How many rows the entity of a row drawn at random has, on average; 1 where no row has a key. */
    public double rowsPerEntity() {
        return rows == 0 ? 1 : (double) squares / rows;
    }

    /**
     * How many rows are those of k entities for certain: more than any k - 1 of them have together. A row without a key is an
     * entity of its own. Rounded up to a multiple of k, so that it does not say how many rows the largest entities have.
     *
     * @param k at most one more than the largest entities that were kept
     */
    public int rowsOf(int k) {
        long rowsOfFewer = 0;
        for (int place = 0; place < k - 1; place++) {
            rowsOfFewer += place < largest.size() ? largest.get(place) : 1;
        }
        return (int) Math.min(Integer.MAX_VALUE, (rowsOfFewer / k + 1) * k);
    }
}
