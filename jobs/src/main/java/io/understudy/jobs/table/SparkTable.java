package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Blocks;
import io.understudy.stat.Fold;
import io.understudy.stat.RowSample;
import io.understudy.stat.Statistic;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Coded blocks spread over executors; a statistic is one job, merged as a tree. */
public record SparkTable(Domain domain, long rows, JavaRDD<Block> blocks) implements Table {
    /** States that are merged in one place, the driver too: its memory must not grow with the partitions. */
    private static final int FAN_IN = 4;

    @Override
    public <S, R> R compute(Statistic<S, R> statistic) {
        return fold(blocks, statistic);
    }

    /**
     * Folds any blocks in one job. What is folded with goes to every executor once, not with every task; the first state
     * of every partition is made there.
     */
    static <B, S, R> R fold(JavaRDD<B> blocks, Fold<B, S, R> fold) {
        Broadcast<Fold<B, S, R>> shared =
                JavaSparkContext.fromSparkContext(blocks.context()).broadcast(fold);
        JavaRDD<S> states = blocks.mapPartitions(all -> {
            S state = shared.value().zero();
            while (all.hasNext()) {
                state = shared.value().add(state, all.next());
            }
            return List.of(state).iterator();
        });
        int depth = depth(states.getNumPartitions());
        R result = fold.finish(states.treeReduce((left, right) -> shared.value().merge(left, right), depth));
        shared.destroy();
        return result;
    }

    /** How high a tree must be whose nodes have {@link #FAN_IN} branches and that has as many leaves. */
    private static int depth(int leaves) {
        int depth = 1;
        for (long reached = FAN_IN; reached < leaves; reached *= FAN_IN) {
            depth++;
        }
        return depth;
    }

    @Override
    public Block sample(int rows, long seed) {
        if (rows() <= rows) {
            return Blocks.concatenate(domain, blocks.collect());
        }
        return Blocks.concatenate(domain, drawn(0, (double) rows / rows(), seed).collect());
    }

    @Override
    public SparkTable part(double from, double to, long seed) {
        return counted(domain, drawn(from, to, seed));
    }

    @Override
    public SparkTable where(int variable, long[] codes) {
        return counted(domain, blocks.map(block -> Blocks.where(block, variable, codes)));
    }

    /** Every row is shuffled once. */
    @Override
    public SparkTable together(int variable) {
        Parting parting = Parting.of(this, variable);
        return new SparkTable(
                domain,
                rows,
                blocks.mapPartitionsToPair(parting::part)
                        .partitionBy(new HashPartitioner(parting.parts()))
                        .values()
                        .mapPartitions(all -> List.of(parting.whole(all)).iterator()));
    }

    /** A table of blocks of any number of rows, which are counted. */
    public static SparkTable counted(Domain domain, JavaRDD<Block> blocks) {
        return new SparkTable(domain, blocks.map(block -> (long) block.rows()).fold(0L, Long::sum), blocks);
    }

    /** The rows whose draw falls into a range, left where they are. */
    JavaRDD<Block> drawn(double from, double to, long seed) {
        return Ordinals.of(blocks, RowSample::contentHashes)
                .zip(
                        blocks,
                        (block, ordinals) ->
                                new RowSample(from, to, seed, ordinals).select(block, RowSample.contentHashes(block)));
    }

    @Override
    public <R extends Serializable> List<R> run(Block shared, int count, Task<R> task) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(blocks.context());
        Broadcast<Block> rows = spark.broadcast(shared);
        List<Integer> tasks = IntStream.range(0, count).boxed().toList();
        List<R> results = spark.parallelize(tasks, Math.max(1, count))
                .map(index -> task.run(rows.value(), index))
                .collect();
        rows.destroy();
        return results;
    }
}
