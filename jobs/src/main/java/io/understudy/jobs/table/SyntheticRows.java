package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.model.Model;
import io.understudy.raw.RawBlock;
import io.understudy.schema.Column;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Rows drawn from a model, made where they are needed: row {@code r} is a function of (model, seed, r), so how many
 * partitions there are, and which executor makes them how often, changes nothing.
 */
public record SyntheticRows(List<Column> columns, StructType schema) {
    private static final long ROWS_PER_PARTITION = 250_000;

    /** How coded blocks become raw ones. */
    public interface Decoding extends Serializable {
        RawBlock decode(Block block, long seed);
    }

    /** What every executor needs to draw rows. */
    public record Recipe(Model model, Decoding decoding, long seed) implements Serializable {}

    /** A run of rows by a recipe: the same rows whatever else is drawn. */
    public interface Drawn extends Serializable {
        RawBlock draw(Recipe recipe, long first, int rows);
    }

    /** Rows {@code 0 .. rows-1} of a recipe as a dataset that is drawn when it is read. */
    public Dataset<Row> draw(SparkSession spark, Recipe recipe, long rows) {
        return draw(spark, recipe, rows, SyntheticRows::asTheyCome);
    }

    private static RawBlock asTheyCome(Recipe recipe, long first, int rows) {
        Block block = Block.empty(recipe.model().domain(), first, rows);
        recipe.model().sample(recipe.seed(), block);
        return recipe.decoding().decode(block, recipe.seed());
    }

    /** Rows {@code 0 .. rows-1} drawn in some way. */
    public Dataset<Row> draw(SparkSession spark, Recipe recipe, long rows, Drawn rule) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int partitions =
                (int) Math.max(context.defaultParallelism(), (rows + ROWS_PER_PARTITION - 1) / ROWS_PER_PARTITION);
        Broadcast<Ruled> shared = context.broadcast(new Ruled(recipe, rule));
        List<Column> columns = this.columns;
        StructType schema = this.schema;
        List<Long> parts = LongStream.range(0, partitions).boxed().toList();
        JavaRDD<InternalRow> drawn = context.parallelize(parts, partitions).mapPartitions(part -> {
            long index = part.next();
            Range range = new Range(rows * index / partitions, rows * (index + 1) / partitions);
            return new BlockRows(columns, schema, new Drawing(shared.value(), range));
        });
        return Frames.of(spark, drawn, schema);
    }

    /** All that goes to the executors. */
    private record Ruled(Recipe recipe, Drawn rule) implements Serializable {
        RawBlock draw(long first, int rows) {
            return rule.draw(recipe, first, rows);
        }
    }

    private record Range(long from, long to) {}

    /** Draws a range of rows a block at a time. */
    private static final class Drawing implements Iterator<RawBlock> {
        private final Ruled ruled;
        private final long to;
        private long next;

        Drawing(Ruled ruled, Range range) {
            this.ruled = ruled;
            this.next = range.from();
            this.to = range.to();
        }

        @Override
        public boolean hasNext() {
            return next < to;
        }

        @Override
        public RawBlock next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RawBlock rows = ruled.draw(next, (int) Math.min(BlockReader.ROWS, to - next));
            next += rows.rows();
            return rows;
        }
    }
}
