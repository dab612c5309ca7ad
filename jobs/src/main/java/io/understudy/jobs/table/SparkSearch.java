package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.neighbour.BoxTree;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Search;
import io.understudy.neighbour.Space;
import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Exact search over a cluster: every block of queries meets an index of every tile of the references, and what the tiles
 * say is merged. Memory of a task: one tile and one block of queries. Answers do not depend on tiles or partitions.
 *
 * @param space       what the codes of all tables mean
 * @param seed        of the sample of queries where there are more than {@link Search#MAX_QUERIES}
 * @param rowsPerTile of a reference, about
 */
public record SparkSearch(Space space, long seed, long rowsPerTile) implements Search {
    private static final long ROWS_PER_TILE = 1_000_000;
    /** Queries that meet a tile at a time. */
    private static final int QUERIES = 2048;

    public SparkSearch(Space space, long seed) {
        this(space, seed, ROWS_PER_TILE);
    }

    @Override
    public <S, R> R compute(Table queries, List<Table> references, Fold<Nearest, S, R> fold) {
        int count = references.size();
        JavaPairRDD<Integer, BoxTree> tiles = tiles(references).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            // Tasks that want the same tile at the same time would all build it: let it be there before they come.
            tiles.count();
            JavaPairRDD<Long, Block> asked = asked((SparkTable) queries);
            JavaRDD<Nearest> nearest = tiles.cartesian(asked)
                    .mapToPair(SparkSearch::meet)
                    .groupByKey()
                    .map(met -> merge(met._2(), count));
            return SparkTable.fold(nearest, fold);
        } finally {
            tiles.unpersist(false);
        }
    }

    private JavaPairRDD<Integer, BoxTree> tiles(List<Table> references) {
        List<JavaPairRDD<Integer, BoxTree>> tiles = new ArrayList<>();
        for (int reference = 0; reference < references.size(); reference++) {
            SparkTable table = (SparkTable) references.get(reference);
            int which = reference;
            Space shared = space;
            int parts = (int) Math.max(1, (table.rows() + rowsPerTile - 1) / rowsPerTile);
            tiles.add(JavaPairRDD.fromJavaRDD(table.blocks().coalesce(parts).mapPartitions(blocks -> {
                List<Block> rows = new ArrayList<>();
                blocks.forEachRemaining(rows::add);
                return List.of(new Tuple2<>(which, BoxTree.of(shared, rows))).iterator();
            })));
        }
        return JavaSparkContext.fromSparkContext(tiles.get(0).context()).union(tiles.toArray(SparkSearch::array));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static JavaPairRDD<Integer, BoxTree>[] array(int length) {
        return new JavaPairRDD[length];
    }

    /** The query rows in small numbered blocks. */
    private JavaPairRDD<Long, Block> asked(SparkTable queries) {
        JavaRDD<Block> blocks = queries.rows() <= MAX_QUERIES
                ? queries.blocks()
                : queries.drawn((double) MAX_QUERIES / queries.rows(), seed);
        return blocks.flatMap(block -> cut(block).iterator())
                .zipWithUniqueId()
                .mapToPair(numbered -> new Tuple2<>(numbered._2(), numbered._1()));
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
            Tuple2<Tuple2<Integer, BoxTree>, Tuple2<Long, Block>> pair) {
        Tuple2<Integer, BoxTree> tile = pair._1();
        Tuple2<Long, Block> queries = pair._2();
        return new Tuple2<>(queries._1(), new Tuple2<>(tile._1(), tile._2().nearest(queries._2())));
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
