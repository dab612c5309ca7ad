package io.understudy.jobs.table;

import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongUnaryOperator;
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
 * to know, for a partition, which of its rows are not the only ones of their content, and how many equal rows the
 * partitions before it hold. Only 64-bit content hashes are shuffled to find that out, 16 bytes a distinct row of a
 * partition, and what returns is about rows that occur more than once.
 *
 * @param repeats a table for each partition: every hash that some other row has too, with one more than the number of
 *                its rows in the partitions before
 */
record Ordinals(JavaRDD<LongCounts> repeats) {

    /** Ascending hashes of one partition that fall to one reducer, each with a count. */
    private record Chunk(int partition, long[] hashes, long[] counts) implements Serializable {

        /** Counts equal neighbours of the first hashes once they are sorted. */
        static Chunk of(int partition, long[] hashes, int size) {
            Arrays.sort(hashes, 0, size);
            long[] counts = new long[size];
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || hashes[i] != hashes[i - 1]) {
                    hashes[distinct++] = hashes[i];
                }
                counts[distinct - 1]++;
            }
            return new Chunk(partition, Arrays.copyOf(hashes, distinct), Arrays.copyOf(counts, distinct));
        }
    }

    /**
     * Ordinals of the rows of some blocks; to be used for blocks of the same rows in the same order only.
     *
     * @param hashes content hashes of a block's rows
     */
    static <B> Ordinals of(JavaRDD<B> blocks, Function<B, long[]> hashes) {
        int partitions = blocks.getNumPartitions();
        JavaPairRDD<Integer, Chunk> chunks = JavaPairRDD.fromJavaRDD(blocks.mapPartitionsWithIndex(
                (partition, all) -> chunks(partition, all, hashes, partitions).iterator(), false));
        JavaPairRDD<Integer, Chunk> repeats = chunks.partitionBy(new HashPartitioner(partitions))
                .mapPartitionsToPair(all -> repeats(all).iterator())
                .partitionBy(new HashPartitioner(partitions));
        return new Ordinals(repeats.mapPartitions(all -> List.of(table(all)).iterator()));
    }

    /**
     * Maps each block together with the ordinals of its rows.
     *
     * @param map is shown the blocks of a partition one after another, each with a function that gives a row of some hash
     *            its ordinal, to be called once a row
     */
    <B, C> JavaRDD<C> zip(JavaRDD<B> blocks, Function2<B, LongUnaryOperator, C> map) {
        return blocks.zipPartitions(repeats, (all, tables) -> mapped(all, ordinals(tables.next()), map));
    }

    private static <B, C> Iterator<C> mapped(
            Iterator<B> blocks, LongUnaryOperator ordinals, Function2<B, LongUnaryOperator, C> map) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return blocks.hasNext();
            }

            @Override
            public C next() {
                try {
                    return map.call(blocks.next(), ordinals);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /** A hash that is not in the table is that of a single row. */
    private static LongUnaryOperator ordinals(LongCounts repeats) {
        return hash -> repeats.get(hash) == 0 ? 0 : repeats.add(hash, 1) - 2;
    }

    private static <B> List<Tuple2<Integer, Chunk>> chunks(
            int partition, Iterator<B> blocks, Function<B, long[]> hashes, int reducers) throws Exception {
        long[][] found = new long[reducers][1024];
        int[] sizes = new int[reducers];
        while (blocks.hasNext()) {
            for (long hash : hashes.call(blocks.next())) {
                int reducer = Math.floorMod((int) (hash >>> Integer.SIZE), reducers);
                if (sizes[reducer] == found[reducer].length) {
                    found[reducer] = Arrays.copyOf(found[reducer], 2 * sizes[reducer]);
                }
                found[reducer][sizes[reducer]++] = hash;
            }
        }
        List<Tuple2<Integer, Chunk>> chunks = new ArrayList<>();
        for (int r = 0; r < reducers; r++) {
            chunks.add(new Tuple2<>(r, Chunk.of(partition, found[r], sizes[r])));
        }
        return chunks;
    }

    /** Walks the chunks of one reducer in the order of their partitions and tells each what is repeated and came before. */
    private static List<Tuple2<Integer, Chunk>> repeats(Iterator<Tuple2<Integer, Chunk>> entries) {
        List<Chunk> chunks = new ArrayList<>();
        entries.forEachRemaining(entry -> chunks.add(entry._2()));
        chunks.sort(Comparator.comparingInt(Chunk::partition));
        LongCounts next = repeated(chunks);
        List<Tuple2<Integer, Chunk>> repeats = new ArrayList<>();
        for (Chunk chunk : chunks) {
            long[] hashes = new long[chunk.hashes().length];
            long[] counts = new long[hashes.length];
            int size = 0;
            for (int i = 0; i < hashes.length; i++) {
                long before = next.get(chunk.hashes()[i]);
                if (before > 0) {
                    hashes[size] = chunk.hashes()[i];
                    counts[size++] = before;
                    next.add(chunk.hashes()[i], chunk.counts()[i]);
                }
            }
            Chunk told = new Chunk(chunk.partition(), Arrays.copyOf(hashes, size), Arrays.copyOf(counts, size));
            repeats.add(new Tuple2<>(chunk.partition(), told));
        }
        return repeats;
    }

    /** The hashes of more than one row, with count 1. */
    private static LongCounts repeated(List<Chunk> chunks) {
        long[] all = new long
                [chunks.stream().mapToInt(chunk -> chunk.hashes().length).sum()];
        LongCounts repeated = new LongCounts();
        int size = 0;
        for (Chunk chunk : chunks) {
            for (int i = 0; i < chunk.hashes().length; i++) {
                all[size++] = chunk.hashes()[i];
                if (chunk.counts()[i] > 1) {
                    note(repeated, chunk.hashes()[i]);
                }
            }
        }
        Arrays.sort(all);
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                note(repeated, all[i]);
            }
        }
        return repeated;
    }

    private static void note(LongCounts repeated, long hash) {
        if (repeated.get(hash) == 0) {
            repeated.add(hash, 1);
        }
    }

    private static LongCounts table(Iterator<Tuple2<Integer, Chunk>> chunks) {
        LongCounts table = new LongCounts();
        chunks.forEachRemaining(entry -> {
            Chunk chunk = entry._2();
            for (int i = 0; i < chunk.hashes().length; i++) {
                table.add(chunk.hashes()[i], chunk.counts()[i]);
            }
        });
        return table;
    }
}
