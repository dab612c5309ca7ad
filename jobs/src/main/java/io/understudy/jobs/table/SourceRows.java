package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.raw.RawBlock;
import io.understudy.schema.Column;
import io.understudy.stat.Fold;
import io.understudy.stat.LongCounts;
import io.understudy.stat.RowSample;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows of a source table as raw blocks. Nothing is held: every fold reads the source again.
 *
 * @param columns in table order
 * @param blocks  their cells
 */
public record SourceRows(List<Column> columns, JavaRDD<RawBlock> blocks) {

    /** The rows of a dataset whose schema {@link SourceSchema#columns} accepts. */
    public static SourceRows of(Dataset<Row> dataset) {
        List<Column> columns = SourceSchema.columns(dataset.schema());
        JavaRDD<RawBlock> blocks =
                dataset.queryExecution().toRdd().toJavaRDD().mapPartitions(rows -> new BlockReader(columns, rows));
        return new SourceRows(columns, blocks);
    }

    /** Rows on two sides. */
    public record Split(SourceRows train, SourceRows holdout) {}

    /**
     * Holds out a share of the rows, by their content and never by their place.
     *
     * @param key columns whose equal rows stay on one side; empty where every row stands for itself
     */
    public Split split(double fraction, List<Integer> key, long seed) {
        int[] of = (key.isEmpty() ? IntStream.range(0, columns.size()).boxed() : key.stream())
                .mapToInt(Integer::intValue)
                .toArray();
        if (!key.isEmpty()) {
            return new Split(
                    map(block -> side(block, of, fraction, seed, false)),
                    map(block -> side(block, of, fraction, seed, true)));
        }
        return new Split(
                new SourceRows(columns, numbered(of, new Side(fraction, seed, false))),
                new SourceRows(columns, numbered(of, new Side(fraction, seed, true))));
    }

    private JavaRDD<RawBlock> numbered(int[] of, Side side) {
        return Ordinals.zip(
                blocks,
                block -> block.contentHashes(of),
                (block, seen) -> side.of(block, block.contentHashes(of), seen));
    }

    private static RawBlock side(RawBlock block, int[] of, double fraction, long seed, boolean held) {
        long[] hashes = block.contentHashes(of);
        int[] positions = new int[hashes.length];
        int count = 0;
        for (int row = 0; row < hashes.length; row++) {
            if (RowSample.drawn(hashes[row], 0, fraction, seed) == held) {
                positions[count++] = row;
            }
        }
        return block.select(positions, count);
    }

    /** One side of a split of rows that stand for themselves. */
    private record Side(double fraction, long seed, boolean held) implements Serializable {
        RawBlock of(RawBlock block, long[] hashes, LongCounts seen) {
            RowSample sample = new RowSample(fraction, seed, seen);
            int[] positions = new int[hashes.length];
            int count = 0;
            for (int row = 0; row < hashes.length; row++) {
                if (sample.draws(hashes[row]) == held) {
                    positions[count++] = row;
                }
            }
            return block.select(positions, count);
        }
    }

    private interface BlockMap extends Serializable {
        RawBlock of(RawBlock block);
    }

    private SourceRows map(BlockMap map) {
        return new SourceRows(columns, blocks.map(map::of));
    }

    public <S, R> R fold(Fold<RawBlock, S, R> fold) {
        return SparkTable.fold(blocks, fold);
    }

    /** How raw blocks become coded ones. */
    public interface Encoding extends Serializable {
        Block encode(RawBlock block);
    }

    /**
     * Codes the rows and keeps them on the executors, on disk where memory does not suffice, spread so that every core
     * has some; release them when done.
     *
     * @param rows how many there are
     */
    public SparkTable encode(Domain domain, Encoding encoding, long rows) {
        JavaRDD<Block> coded = blocks.map(encoding::encode);
        int cores = blocks.context().defaultParallelism();
        JavaRDD<Block> spread = coded.getNumPartitions() < cores ? coded.repartition(cores) : coded;
        return new SparkTable(domain, rows, spread.persist(StorageLevel.MEMORY_AND_DISK()));
    }
}
