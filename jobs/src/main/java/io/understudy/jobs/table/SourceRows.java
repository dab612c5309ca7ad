package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.raw.RawBlock;
import io.understudy.schema.Column;
import io.understudy.stat.Fold;
import io.understudy.stat.RowSample;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
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
        JavaRDD<RawBlock> blocks = columnar(dataset.queryExecution().executedPlan())
                .map(plan ->
                        plan.executeColumnar().toJavaRDD().mapPartitions(batches -> new BatchReader(columns, batches)))
                .orElseGet(() -> dataset.queryExecution()
                        .toRdd()
                        .toJavaRDD()
                        .mapPartitions(rows -> new BlockReader(columns, rows)));
        return new SourceRows(columns, blocks);
    }

    /** The part of a plan that has columns, where all that is left to do is to turn them into rows. */
    private static Optional<SparkPlan> columnar(SparkPlan plan) {
        SparkPlan last = plan instanceof WholeStageCodegenExec stage ? stage.child() : plan;
        return last instanceof ColumnarToRowExec rows ? Optional.of(rows.child()) : Optional.empty();
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
        Ordinals ordinals = Ordinals.of(blocks, block -> block.contentHashes(of));
        return new Split(
                numbered(ordinals, of, new Side(fraction, seed, false)),
                numbered(ordinals, of, new Side(fraction, seed, true)));
    }

    /**
     * How the rows are spread over entities. One pass.
     *
     * @param key  columns whose equal rows are of one entity
     * @param most how many of the largest entities to look at
     */
    public Clusters clusters(List<Integer> key, int most) {
        return Clusters.of(blocks, key.stream().mapToInt(Integer::intValue).toArray(), most);
    }

    private SourceRows numbered(Ordinals ordinals, int[] of, Side side) {
        return new SourceRows(
                columns, ordinals.zip(blocks, (block, next) -> side.of(block, block.contentHashes(of), next)));
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
        RawBlock of(RawBlock block, long[] hashes, LongUnaryOperator ordinals) {
            RowSample sample = new RowSample(fraction, seed, ordinals);
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

    /** How blocks of rows become others of the same rows or fewer. */
    public interface BlockMap extends Serializable {
        RawBlock of(RawBlock block);
    }

    /** These rows with something done to each block of them. */
    public SourceRows map(BlockMap map) {
        return new SourceRows(columns, blocks.map(map::of));
    }

    /** These rows and others of the same columns. */
    public SourceRows and(SourceRows others) {
        return new SourceRows(columns, blocks.union(others.blocks));
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
        // A codec can be large: it goes to every executor once, not with every task of every pass to come.
        Broadcast<Encoding> shared =
                JavaSparkContext.fromSparkContext(blocks.context()).broadcast(encoding);
        JavaRDD<Block> coded = blocks.map(block -> shared.value().encode(block));
        int cores = blocks.context().defaultParallelism();
        JavaRDD<Block> spread = coded.getNumPartitions() < cores ? coded.repartition(cores) : coded;
        return new SparkTable(domain, rows, spread.persist(StorageLevel.MEMORY_AND_DISK()));
    }
}
