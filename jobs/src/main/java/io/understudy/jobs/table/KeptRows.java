package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.model.Known;
import io.understudy.model.Resampling;
import io.understudy.model.Weighting;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Real cells of some columns, completed by synthetic cells of the others that are drawn given them.
 *
 * <p>A row is known by its place among all rows, sorted by a hash of the real cells and then by the cells themselves. So
 * the result is a function of the multiset of real cells, whatever the partitions: rows of equal cells can be swapped.
 *
 * @param table    what the rows look like
 * @param kept     positions of the real columns, ascending; not all of them
 * @param encoding how their cells become codes
 * @param completion how the others are drawn given them
 */
public record KeptRows(SyntheticRows table, List<Integer> kept, Encoding encoding, Completion completion) {
    private static final int THOUSANDTHS = 1_000;

    /** How all codes of some rows are drawn given those of some columns, which are there. */
    public enum Completion {
        /** Columns that lead the model. */
        LED {
            @Override
            void complete(SyntheticRows.Recipe recipe, List<Integer> given, Block codes) {
                recipe.model().sample(recipe.seed(), given, codes);
            }

            @Override
            double[] worth(SyntheticRows.Recipe recipe, List<Integer> given, Block codes) {
                double[] weights = new double[codes.rows()];
                if (recipe.model() instanceof Weighting model) {
                    model.weigh(recipe.seed(), Known.columns(given, model, codes.rows()), codes, weights);
                }
                return Arrays.stream(weights)
                        .map(weight -> weight == Double.NEGATIVE_INFINITY ? 0 : Resampling.CANDIDATES)
                        .toArray();
            }
        },
        /** Any columns. */
        RESAMPLED {
            @Override
            void complete(SyntheticRows.Recipe recipe, List<Integer> given, Block codes) {
                resample(recipe, given, codes);
            }

            @Override
            double[] worth(SyntheticRows.Recipe recipe, List<Integer> given, Block codes) {
                return resample(recipe, given, codes).effective();
            }
        };

        abstract void complete(SyntheticRows.Recipe recipe, List<Integer> given, Block codes);

        /** How many rows the candidates of each row are worth; 0 where the model rules out what is given. */
        abstract double[] worth(SyntheticRows.Recipe recipe, List<Integer> given, Block codes);
    }

    private static Resampling.Worth resample(SyntheticRows.Recipe recipe, List<Integer> given, Block codes) {
        Known known = Known.columns(given, recipe.model(), codes.rows());
        int[][] there = new int[given.size()][codes.rows()];
        for (int i = 0; i < there.length; i++) {
            codes.read(given.get(i), there[i]);
        }
        return Resampling.of((Weighting) recipe.model())
                .draw(
                        recipe.seed(),
                        (own, candidate, weights) -> {
                            for (int i = 0; i < there.length; i++) {
                                candidate.write(given.get(i), there[i]);
                            }
                            return known;
                        },
                        codes);
    }

    /**
     * What is given, before anything is drawn.
     *
     * @param effective how many rows the candidates of a row are worth, on average
     * @param ruledOut  rows of which the model rules out what is given
     */
    public record Trial(double effective, long ruledOut) {}

    /** Looks at every row of the input. */
    public Trial trial(Dataset<Row> input, SyntheticRows.Recipe recipe) {
        JavaRDD<RawBlock> cells = SourceRows.of(sorted(input)).blocks();
        Broadcast<Shared> shared = shared(cells, recipe);
        long[] first = firstRows(cells);
        long[] sums = cells.mapPartitionsWithIndex(
                        (partition, blocks) -> List.of(shared.value().worth(blocks, first[partition]))
                                .iterator(),
                        false)
                .fold(new long[3], KeptRows::plus);
        return new Trial(sums[1] == 0 ? 0 : (double) sums[0] / sums[1] / THOUSANDTHS, sums[2]);
    }

    private static long[] plus(long[] one, long[] other) {
        return new long[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]};
    }

    private Broadcast<Shared> shared(JavaRDD<RawBlock> cells, SyntheticRows.Recipe recipe) {
        return JavaSparkContext.fromSparkContext(cells.context())
                .broadcast(new Shared(kept, encoding, completion, recipe));
    }

    /** Codes cells of the columns at some positions into a block of the whole table. */
    public interface Encoding extends Serializable {
        void encode(RawBlock cells, List<Integer> of, Block into);
    }

    /** One row for every row of the input. */
    public Dataset<Row> complete(Dataset<Row> input, SyntheticRows.Recipe recipe) {
        JavaRDD<RawBlock> cells = SourceRows.of(sorted(input)).blocks();
        Broadcast<Shared> shared = shared(cells, recipe);
        long[] first = firstRows(cells);
        List<Column> columns = table.columns();
        StructType schema = table.schema();
        JavaRDD<InternalRow> rows = cells.mapPartitionsWithIndex(
                (partition, blocks) ->
                        new BlockRows(columns, schema, new Completing(shared.value(), blocks, first[partition])),
                false);
        return Frames.of(input.sparkSession(), rows, schema);
    }

    private Dataset<Row> sorted(Dataset<Row> input) {
        String[] names = input.columns();
        org.apache.spark.sql.Column[] cells =
                kept.stream().map(c -> input.col(Frames.quoted(names[c]))).toArray(org.apache.spark.sql.Column[]::new);
        org.apache.spark.sql.Column[] order = Stream.concat(Stream.of(functions.xxhash64(cells)), Arrays.stream(cells))
                .toArray(org.apache.spark.sql.Column[]::new);
        return input.select(cells).sort(order);
    }

    /** The index of the first row of each partition. */
    private static long[] firstRows(JavaRDD<RawBlock> cells) {
        List<Long> sizes = cells.mapPartitions(blocks -> {
                    long rows = 0;
                    while (blocks.hasNext()) {
                        rows += blocks.next().rows();
                    }
                    return List.of(rows).iterator();
                })
                .collect();
        long[] first = new long[sizes.size()];
        for (int p = 1; p < first.length; p++) {
            first[p] = first[p - 1] + sizes.get(p - 1);
        }
        return first;
    }

    /** What every executor needs to complete rows. */
    private record Shared(List<Integer> kept, Encoding encoding, Completion completion, SyntheticRows.Recipe recipe)
            implements Serializable {

        /** The codes of the cells that are there. */
        Block codes(RawBlock cells, long firstRow) {
            Block codes = Block.empty(recipe.model().domain(), firstRow, cells.rows());
            encoding.encode(cells, kept, codes);
            return codes;
        }

        /** Sums over rows: thousandths of what candidates are worth, rows, rows ruled out. */
        long[] worth(Iterator<RawBlock> blocks, long firstRow) {
            long[] sums = new long[3];
            while (blocks.hasNext()) {
                Block codes = codes(blocks.next(), firstRow + sums[1]);
                for (double effective : completion.worth(recipe, kept, codes)) {
                    sums[0] += Math.round(effective * THOUSANDTHS);
                    sums[2] += effective == 0 ? 1 : 0;
                }
                sums[1] += codes.rows();
            }
            return sums;
        }

        RawBlock of(RawBlock cells, long firstRow) {
            Block codes = codes(cells, firstRow);
            completion.complete(recipe, kept, codes);
            List<RawColumn> columns = new ArrayList<>(
                    recipe.decoding().decode(codes, recipe.seed()).columns());
            for (int i = 0; i < kept.size(); i++) {
                columns.set(kept.get(i), cells.columns().get(i));
            }
            return new RawBlock(cells.rows(), columns);
        }
    }

    /** Completes the blocks of a partition, one after the other. */
    private static final class Completing implements Iterator<RawBlock> {
        private final Shared shared;
        private final Iterator<RawBlock> cells;
        private long next;

        Completing(Shared shared, Iterator<RawBlock> cells, long firstRow) {
            this.shared = shared;
            this.cells = cells;
            this.next = firstRow;
        }

        @Override
        public boolean hasNext() {
            return cells.hasNext();
        }

        @Override
        public RawBlock next() {
            RawBlock real = cells.next();
            RawBlock completed = shared.of(real, next);
            next += real.rows();
            return completed;
        }
    }
}
