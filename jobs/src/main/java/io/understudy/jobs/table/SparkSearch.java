package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.jobs.job.Console;
import io.understudy.neighbour.BoxTree;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Search;
import io.understudy.neighbour.Space;
import io.understudy.neighbour.Turn;
import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * Exact search over a cluster: every block of queries meets an index of every tile of the references, and what the tiles
 * say is merged. Memory of a task: one tile and one block of queries. Answers do not depend on tiles or partitions.
 *
 * <p>Indexes stay on the executors, on disk where memory does not suffice, for the next search in the same tables: close
 * it when done.
 */
public final class SparkSearch implements Search, AutoCloseable {
    private static final long ROWS_PER_TILE = 1_000_000;
    /** Queries that meet a tile at a time. */
    private static final int QUERIES = 4096;
    /** Tasks of queries a core, so that slow ones even out and progress shows. */
    private static final int TASKS = 4;

    private final Space space;
    private final long seed;
    private final long rowsPerTile;
    private final Console console;
    private final IdentityHashMap<Table, JavaRDD<BoxTree>> indexes = new IdentityHashMap<>();
    /** Tables whose indexes are to be built with the next that are. */
    private final List<Table> expected = new ArrayList<>();

    /**
     * Searches with tiles of about a million rows.
     *
     * @param space   what the codes of all tables mean
     * @param seed    of the sample of queries where there are more than {@link Search#MAX_QUERIES}
     * @param console hears how far a search is that takes long
     */
    public SparkSearch(Space space, long seed, Console console) {
        this(space, seed, ROWS_PER_TILE, console);
    }

    SparkSearch(Space space, long seed, long rowsPerTile, Console console) {
        this.space = space;
        this.seed = seed;
        this.rowsPerTile = rowsPerTile;
        this.console = console;
    }

    @Override
    public <S, R> R compute(Table queries, List<Table> references, Fold<Nearest, S, R> fold) {
        SparkTable asking = (SparkTable) queries;
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(asking.blocks().context());
        int count = references.size();
        JavaPairRDD<Integer, BoxTree> tiles = tiles(spark, references);
        LongAccumulator met = spark.sc().longAccumulator();
        long rows = Math.min(queries.rows(), MAX_QUERIES);
        String what = String.format(Locale.ROOT, "nearest rows of %,d rows", rows);
        return new Progress(what, rows * tiles.getNumPartitions(), met::sum).during(spark, console, () -> {
            JavaRDD<Nearest> nearest = tiles.cartesian(asked(asking))
                    .mapToPair(pair -> meet(pair, met))
                    .groupByKey()
                    .map(parts -> merge(parts._2(), count));
            return SparkTable.fold(nearest, fold);
        });
    }

    @Override
    public <S, R> R ask(Table reference, Fold<Turn, S, R> fold) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(
                ((SparkTable) reference).blocks().context());
        tiles(spark, List.of(reference));
        JavaRDD<BoxTree> index = index(reference);
        int parts = Math.max(1, TASKS * spark.defaultParallelism() / index.getNumPartitions());
        List<Integer> numbers = IntStream.range(0, parts).boxed().toList();
        JavaRDD<Turn> turns =
                index.cartesian(spark.parallelize(numbers, parts)).map(pair -> new Turn(pair._1(), pair._2(), parts));
        return SparkTable.fold(turns, fold);
    }

    /** The tiles of all references, each with the reference's number. */
    private JavaPairRDD<Integer, BoxTree> tiles(JavaSparkContext spark, List<Table> references) {
        List<JavaPairRDD<Integer, BoxTree>> tiles = new ArrayList<>();
        for (int reference = 0; reference < references.size(); reference++) {
            int which = reference;
            tiles.add(index(references.get(reference)).mapToPair(tree -> new Tuple2<>(which, tree)));
        }
        JavaPairRDD<Integer, BoxTree> all = spark.union(tiles.toArray(SparkSearch::array));
        build(spark, all);
        return all;
    }

    /**
     * Sees to it that tiles are there before tasks come that want them: several that want the same one would all build it.
     * Those of tables that are expected are built beside them, by cores that have nothing else to do.
     */
    private void build(JavaSparkContext spark, JavaRDDLike<?, ?> tiles) {
        List<JavaFutureAction<Long>> building = new ArrayList<>();
        String before = spark.getLocalProperty(Progress.DESCRIPTION);
        spark.setJobDescription("index of nearest rows");
        building.add(tiles.countAsync());
        spark.setJobDescription("index of expected rows");
        expected.removeIf(indexes::containsKey);
        expected.forEach(table -> building.add(index(table).countAsync()));
        expected.clear();
        spark.setJobDescription(before);
        building.forEach(SparkSearch::await);
    }

    private static void await(JavaFutureAction<Long> job) {
        try {
            job.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            job.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nearest rows were indexed", e);
        }
    }

    @Override
    public void expect(Table reference) {
        if (!indexes.containsKey(reference)) {
            expected.add(reference);
        }
    }

    private JavaRDD<BoxTree> index(Table table) {
        return indexes.computeIfAbsent(table, unknown -> index((SparkTable) unknown));
    }

    private JavaRDD<BoxTree> index(SparkTable table) {
        Space shared = space;
        int parts = (int) Math.max(1, (table.rows() + rowsPerTile - 1) / rowsPerTile);
        return table.blocks()
                .coalesce(parts)
                .mapPartitions(blocks -> {
                    List<Block> rows = new ArrayList<>();
                    blocks.forEachRemaining(rows::add);
                    return List.of(BoxTree.of(shared, rows)).iterator();
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Gives the indexes back. */
    @Override
    public void close() {
        indexes.values().forEach(index -> index.unpersist(false));
        indexes.clear();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static JavaPairRDD<Integer, BoxTree>[] array(int length) {
        return new JavaPairRDD[length];
    }

    /** The query rows in small numbered blocks. */
    private JavaPairRDD<Long, Block> asked(SparkTable queries) {
        JavaRDD<Block> blocks = queries.rows() <= MAX_QUERIES
                ? queries.blocks()
                : queries.drawn(0, (double) MAX_QUERIES / queries.rows(), seed);
        int tasks = Math.max(blocks.getNumPartitions(), (int) Math.min(
                queries.rows() / QUERIES, (long) TASKS * blocks.context().defaultParallelism()));
        return blocks.flatMap(block -> cut(block).iterator())
                .zipWithUniqueId()
                .mapToPair(numbered -> new Tuple2<>(numbered._2(), numbered._1()))
                .repartition(tasks);
    }

    private static List<Block> cut(Block block) {
        List<Block> pieces = new ArrayList<>();
        for (int from = 0; from < block.rows(); from += QUERIES) {
            int[] positions = new int[Math.min(QUERIES, block.rows() - from)];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = from + i;
            }
            pieces.add(block.select(positions, positions.length));
        }
        return pieces;
    }

    private static Tuple2<Long, Tuple2<Integer, Neighbours>> meet(
            Tuple2<Tuple2<Integer, BoxTree>, Tuple2<Long, Block>> pair, LongAccumulator met) {
        Tuple2<Integer, BoxTree> tile = pair._1();
        Tuple2<Long, Block> queries = pair._2();
        Neighbours found = tile._2().nearest(queries._2());
        met.add(found.rows());
        return new Tuple2<>(queries._1(), new Tuple2<>(tile._1(), found));
    }

    private static Nearest merge(Iterable<Tuple2<Integer, Neighbours>> found, int references) {
        List<Neighbours> merged = new ArrayList<>();
        int rows = found.iterator().next()._2().rows();
        for (int reference = 0; reference < references; reference++) {
            merged.add(new Neighbours(rows));
        }
        found.forEach(part -> merged.get(part._1()).merge(part._2()));
        return new Nearest(merged);
    }
}
