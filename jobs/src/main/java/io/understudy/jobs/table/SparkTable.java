package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Hash;
import io.understudy.stat.Blocks;
import io.understudy.stat.Fold;
import io.understudy.stat.RowSample;
import io.understudy.stat.Statistic;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

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

    /** Every row is shuffled once; a partition holds its rows in memory. */
    @Override
    public SparkTable together(int variable) {
        Parting parting = new Parting(domain, variable, blocks.getNumPartitions());
        return new SparkTable(
                domain,
                rows,
                blocks.mapPartitionsToPair(all -> parting.part(all).iterator())
                        .partitionBy(new HashPartitioner(parting.parts()))
                        .values()
                        .mapPartitions(all -> List.of(parting.whole(all)).iterator()));
    }

    /** Cuts the rows of a partition by who is to have them all together. */
    private record Parting(Domain domain, int variable, int parts) implements Serializable {

        Block whole(Iterator<Block> blocks) {
            List<Block> all = new ArrayList<>();
            blocks.forEachRemaining(all::add);
            return Blocks.concatenate(domain, all);
        }

        List<Tuple2<Integer, Block>> part(Iterator<Block> blocks) {
            Block whole = whole(blocks);
            int[] codes = whole.read(variable, new int[whole.rows()]);
            int[] of = IntStream.range(0, codes.length)
                    .map(row -> part(codes[row], row))
                    .toArray();
            int[][] positions = positions(of);
            return IntStream.range(0, parts)
                    .filter(part -> positions[part].length > 0)
                    .mapToObj(part -> new Tuple2<>(part, whole.select(positions[part], positions[part].length)))
                    .toList();
        }

        /** Rows without a value are spread: they may be most. */
        private int part(int code, int row) {
            boolean anywhere = code == 0 && domain.variable(variable).missing();
            return (int) Hash.below(Hash.mix(anywhere ? ~(long) row : code), parts);
        }

        private int[][] positions(int[] of) {
            int[] sizes = new int[parts];
            for (int part : of) {
                sizes[part]++;
            }
            int[][] positions = new int[parts][];
            Arrays.setAll(positions, part -> new int[sizes[part]]);
            for (int row = of.length - 1; row >= 0; row--) {
                positions[of[row]][--sizes[of[row]]] = row;
            }
            return positions;
        }
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
