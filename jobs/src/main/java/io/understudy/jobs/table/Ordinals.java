package io.understudy.jobs.table;

import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Numbers equal rows 0, 1, 2, ... over all partitions, without moving a row.
 *
 * <p>Which of several equal rows gets which number does not matter; that each number is given once does. So it is enough
 * to know, for a partition, how many equal rows the partitions before it hold. Only 64-bit content hashes are shuffled
 * to find that out, 16 bytes a distinct row, and what returns is about rows that occur in several partitions.
 */
final class Ordinals {
    private Ordinals() {}

    /** Hashes of one partition that fall to one reducer, with how often they occur (later: how often before). */
    private record Chunk(int partition, long[] hashes, long[] counts) implements Serializable {
        static Chunk of(int partition, LongCounts counts) {
            long[] hashes = counts.sortedKeys();
            long[] numbers = new long[hashes.length];
            for (int i = 0; i < hashes.length; i++) {
                numbers[i] = counts.get(hashes[i]);
            }
            return new Chunk(partition, hashes, numbers);
        }
    }

    /**
     * Maps each block together with the ordinals given out so far.
     *
     * @param hashes content hashes of a block's rows
     * @param map    is shown the blocks of a partition one after another with one {@link LongCounts}: how many rows of a
     *               hash have been numbered before; it counts on from there
     */
    static <B, C> JavaRDD<C> zip(JavaRDD<B> blocks, Function<B, long[]> hashes, Function2<B, LongCounts, C> map) {
        return blocks.zipPartitions(before(blocks, hashes), (all, counts) -> {
            LongCounts seen = counts.next();
            return new Iterator<C>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public C next() {
                    try {
                        return map.call(all.next(), seen);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        });
    }

    /** For each partition one table: how many rows of a hash the partitions before it hold, where there are any. */
    private static <B> JavaRDD<LongCounts> before(JavaRDD<B> blocks, Function<B, long[]> hashes) {
        int partitions = blocks.getNumPartitions();
        JavaPairRDD<Integer, Chunk> chunks = JavaPairRDD.fromJavaRDD(blocks.mapPartitionsWithIndex(
                (partition, all) -> chunks(partition, all, hashes, partitions).iterator(), false));
        JavaPairRDD<Integer, Chunk> offsets = chunks.partitionBy(new HashPartitioner(partitions))
                .mapPartitionsToPair(all -> offsets(all).iterator())
                .partitionBy(new HashPartitioner(partitions));
        return offsets.mapPartitions(all -> {
            LongCounts merged = new LongCounts();
            all.forEachRemaining(entry -> {
                Chunk chunk = entry._2();
                for (int i = 0; i < chunk.hashes().length; i++) {
                    merged.add(chunk.hashes()[i], chunk.counts()[i]);
                }
            });
            return List.of(merged).iterator();
        });
    }

    private static <B> List<Tuple2<Integer, Chunk>> chunks(
            int partition, Iterator<B> blocks, Function<B, long[]> hashes, int reducers) throws Exception {
        LongCounts[] counts = new LongCounts[reducers];
        for (int r = 0; r < reducers; r++) {
            counts[r] = new LongCounts();
        }
        while (blocks.hasNext()) {
            for (long hash : hashes.call(blocks.next())) {
                counts[Math.floorMod((int) (hash >>> Integer.SIZE), reducers)].add(hash, 1);
            }
        }
        List<Tuple2<Integer, Chunk>> chunks = new ArrayList<>();
        for (int r = 0; r < reducers; r++) {
            chunks.add(new Tuple2<>(r, Chunk.of(partition, counts[r])));
        }
        return chunks;
    }

    /** Walks the chunks of one reducer in the order of their partitions and tells each what came before. */
    private static List<Tuple2<Integer, Chunk>> offsets(Iterator<Tuple2<Integer, Chunk>> entries) {
        List<Chunk> chunks = new ArrayList<>();
        entries.forEachRemaining(entry -> chunks.add(entry._2()));
        chunks.sort(Comparator.comparingInt(Chunk::partition));
        LongCounts seen = new LongCounts();
        List<Tuple2<Integer, Chunk>> offsets = new ArrayList<>();
        for (Chunk chunk : chunks) {
            LongCounts before = new LongCounts();
            for (int i = 0; i < chunk.hashes().length; i++) {
                long total = seen.add(chunk.hashes()[i], chunk.counts()[i]);
                if (total > chunk.counts()[i]) {
                    before.add(chunk.hashes()[i], total - chunk.counts()[i]);
                }
            }
            offsets.add(new Tuple2<>(chunk.partition(), Chunk.of(chunk.partition(), before)));
        }
        return offsets;
    }
}
