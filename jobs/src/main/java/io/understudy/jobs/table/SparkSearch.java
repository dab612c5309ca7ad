package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.jobs.job.Console;
import io.understudy.neighbour.BoxTree;
import io.understudy.neighbour.Leg;
import io.understudy.neighbour.Limits;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Search;
import io.understudy.neighbour.Space;
import io.understudy.neighbour.Turn;
import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
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
    public <S, R> R inTurn(Table queries, List<Leg> legs, Fold<Nearest, S, R> fold) {
        SparkTable asking = (SparkTable) queries;
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(asking.blocks().context());
        build(spark, legs.stream().flatMap(leg -> leg.references().stream()).toList());
        List<JavaPairRDD<Integer, BoxTree>> tiles =
                legs.stream().map(leg -> tiles(spark, leg.references())).toList();
        int meetings = tiles.stream().mapToInt(JavaPairRDD::getNumPartitions).sum();
        LongAccumulator met = spark.sc().longAccumulator();
        long rows = Math.min(queries.rows(), MAX_QUERIES);
        String what = String.format(Locale.ROOT, "nearest rows of %,d rows", rows);
        return new Progress(what, rows * meetings, met::sum).during(spark, console, () -> {
            JavaPairRDD<Long, Asked> asked = asked(asking).mapValues(block -> new Asked(block, new Nearest(List.of())));
            for (int leg = 0; leg < legs.size(); leg++) {
                Limits.Choice choice = legs.get(leg).asked();
                int references = legs.get(leg).references().size();
                boolean last = leg == legs.size() - 1;
                asked = tiles.get(leg)
                        .cartesian(asked)
                        .mapToPair(pair -> meet(pair, choice, last, met))
                        .groupByKey()
                        .mapValues(parts -> merge(parts, references));
            }
            return SparkTable.fold(asked.map(found -> found._2().found()), fold);
        });
    }

    /** Some query rows, and what was found in the references before. */
    private record Asked(Block rows, Nearest found) implements Serializable {
        /** Nobody asks again: rows need not be moved. */
        Asked withoutRows() {
            return new Asked(rows.select(new int[0], 0), found);
        }
    }

    /** What one tile of a reference says. */
    private record Answer(Asked asked, int reference, Neighbours found) implements Serializable {}

    @Override
    public <S, R> R ask(Table reference, Fold<Turn, S, R> fold) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(
                ((SparkTable) reference).blocks().context());
        build(spark, List.of(reference));
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
        return spark.union(tiles.toArray(SparkSearch::array));
    }

    /**
     * Sees to it that tiles are there before tasks come that want them: several that want the same one would all build it.
     * Those of tables that are expected are built beside them, by cores that have nothing else to do.
     */
    private synchronized void build(JavaSparkContext spark, List<Table> tables) {
        List<SparkTable> asked = missing(tables);
        List<SparkTable> beside = missing(expected);
        beside.removeAll(asked);
        expected.clear();
        String before = spark.getLocalProperty(Progress.DESCRIPTION);
        spark.setJobDescription("index of nearest rows");
        await(code(asked));
        List<JavaFutureAction<Long>> building = new ArrayList<>(indexing(asked));
        spark.setJobDescription("index of expected rows");
        await(code(beside));
        building.addAll(indexing(beside));
        spark.setJobDescription(before);
        await(building);
    }

    private List<SparkTable> missing(List<Table> tables) {
        List<SparkTable> missing = new ArrayList<>();
        for (Table table : tables) {
            if (!indexes.containsKey(table)) {
                missing.add((SparkTable) table);
            }
        }
        return missing;
    }

    /** Codes rows that are kept: all cores can, while one index is built by one. */
    private static List<JavaFutureAction<Long>> code(List<SparkTable> tables) {
        return async(tables.stream()
                .map(SparkTable::blocks)
                .filter(blocks -> !blocks.getStorageLevel().equals(StorageLevel.NONE()))
                .toList());
    }

    private List<JavaFutureAction<Long>> indexing(List<SparkTable> tables) {
        return async(tables.stream().map(this::index).toList());
    }

    /** One job for all partitions. */
    private static <T> List<JavaFutureAction<Long>> async(List<JavaRDD<T>> parts) {
        return parts.isEmpty()
                ? List.of()
                : List.of(parts.stream().reduce(JavaRDD::union).get().countAsync());
    }

    private static void await(List<JavaFutureAction<Long>> jobs) {
        jobs.forEach(SparkSearch::await);
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
    public synchronized void expect(Table reference) {
        if (!indexes.containsKey(reference)) {
            expected.add(reference);
        }
    }

    private synchronized JavaRDD<BoxTree> index(Table table) {
        return indexes.computeIfAbsent(table, unknown -> tilesOf((SparkTable) unknown));
    }

    private JavaRDD<BoxTree> tilesOf(SparkTable table) {
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
    public synchronized void close() {
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

    private static Tuple2<Long, Answer> meet(
            Tuple2<Tuple2<Integer, BoxTree>, Tuple2<Long, Asked>> pair,
            Limits.Choice choice,
            boolean last,
            LongAccumulator met) {
        Tuple2<Integer, BoxTree> tile = pair._1();
        Asked asked = pair._2()._2();
        Limits limits = choice.limits(asked.rows().rows(), asked.found());
        Neighbours found = tile._2().nearest(asked.rows(), limits);
        met.add(found.rows());
        Asked next = last ? asked.withoutRows() : asked;
        return new Tuple2<>(pair._2()._1(), new Answer(next, tile._1(), found));
    }

    private static Asked merge(Iterable<Answer> answers, int references) {
        Answer first = answers.iterator().next();
        Asked asked = first.asked();
        List<Neighbours> merged = new ArrayList<>(asked.found().references());
        int before = merged.size();
        for (int reference = 0; reference < references; reference++) {
            merged.add(new Neighbours(first.found().rows()));
        }
        answers.forEach(answer -> merged.get(before + answer.reference()).merge(answer.found()));
        return new Asked(asked.rows(), new Nearest(merged));
    }
}
