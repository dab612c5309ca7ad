package io.understudy.jobs.table;

import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Known;
import io.understudy.model.Resampling;
import io.understudy.model.Weighting;
import io.understudy.random.Hash;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Real rows whose missing cells are drawn, given all that is known of their row (Rubin 1987; that a cell is missing is taken to
 * tell nothing of its value beyond what the others do). Cells that are there stay as they are.
 *
 * <p>A row is known by a hash of its cells and its number among equal ones. So the result is a function of the multiset of
 * rows, whatever the partitions.
 *
 * @param model   of the codes of all columns
 * @param columns positions of the columns to fill, whose codes are not only that for missing
 * @param hidden  which share of the cells that are there is drawn as well: none, but to see how well that is done
 */
public record ImputedRows(
        Weighting model, TableCodec codec, TableCodec.Making making, List<Integer> columns, double hidden)
        implements Serializable {
    private static final int THOUSANDTHS = 1_000;

    /** The rows with nothing missing in these columns. */
    public SourceRows fill(SourceRows rows) {
        Broadcast<ImputedRows> shared = context(rows).broadcast(this);
        JavaRDD<RawBlock> filled = ordinals(rows)
                .zip(rows.blocks(), (block, next) -> shared.value().fill(block, numbers(block, next)));
        return new SourceRows(rows.columns(), filled);
    }

    /**
     * How many rows the candidates of a row are worth of which one is taken, on average over some of those that lack cells.
     *
     * @param share of the rows, 0 .. 1
     */
    public double effective(SourceRows rows, double share) {
        Broadcast<ImputedRows> shared = context(rows).broadcast(this);
        long[] sums = ordinals(rows)
                .zip(rows.blocks(), (block, next) -> shared.value().worth(block, numbers(block, next), share))
                .fold(new long[2], (one, other) -> new long[] {one[0] + other[0], one[1] + other[1]});
        return sums[1] == 0 ? 0 : (double) sums[0] / sums[1] / THOUSANDTHS;
    }

    private static JavaSparkContext context(SourceRows rows) {
        return JavaSparkContext.fromSparkContext(rows.blocks().context());
    }

    private static Ordinals ordinals(SourceRows rows) {
        return Ordinals.of(rows.blocks(), ImputedRows::hashes);
    }

    private static long[] hashes(RawBlock block) {
        return block.contentHashes(IntStream.range(0, block.columns().size()).toArray());
    }

    private static long[] numbers(RawBlock block, LongUnaryOperator next) {
        long[] numbers = hashes(block);
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = Hash.combine(numbers[row], next.applyAsLong(numbers[row]));
        }
        return numbers;
    }

    /**
     * The rows of a block that lack cells.
     *
     * @param codes    of these rows; those of cells that are lacking mean nothing
     * @param lacking  by column to fill and row of the whole block
     * @param rows     their positions in the block
     */
    private record Holes(Block codes, boolean[][] lacking, int[] rows) {}

    private RawBlock fill(RawBlock block, long[] numbers) {
        Holes holes = holes(block, numbers, lacking(block, numbers));
        if (holes.rows().length == 0) {
            return block;
        }
        resample(block, holes);
        List<RawColumn> cells = new ArrayList<>(block.columns());
        for (int i = 0; i < columns.size(); i++) {
            int[] from = from(holes, i, block);
            int column = columns.get(i);
            cells.set(column, cells.get(column).with(from, codec.decode(column, holes.codes(), making)));
        }
        return new RawBlock(block.rows(), cells);
    }

    /**
     * Which drawn row each row takes its cell from, negative where it keeps its own. Where cells are hidden to see how well they
     * are drawn, those that are missing stay so: nobody knows what they would have been.
     */
    private int[] from(Holes holes, int column, RawBlock block) {
        RawColumn own = block.columns().get(columns.get(column));
        int[] from = new int[block.rows()];
        Arrays.fill(from, -1);
        for (int i = 0; i < holes.rows().length; i++) {
            int row = holes.rows()[i];
            from[row] = holes.lacking()[column][row] && (hidden == 0 || !own.missing(row)) ? i : -1;
        }
        return from;
    }

    private long[] worth(RawBlock block, long[] numbers, double share) {
        boolean[][] lacking = lacking(block, numbers);
        for (boolean[] column : lacking) {
            for (int row = 0; row < numbers.length; row++) {
                column[row] &= Hash.uniform(numbers[row]) < share;
            }
        }
        Holes holes = holes(block, numbers, lacking);
        long sum = 0;
        if (holes.rows().length > 0) {
            for (double effective : resample(block, holes).effective()) {
                sum += Math.round(effective * THOUSANDTHS);
            }
        }
        return new long[] {sum, holes.rows().length};
    }

    private boolean[][] lacking(RawBlock block, long[] numbers) {
        boolean[][] lacking = new boolean[columns.size()][block.rows()];
        for (int i = 0; i < lacking.length; i++) {
            int column = columns.get(i);
            RawColumn cells = block.columns().get(column);
            for (int row = 0; row < numbers.length; row++) {
                lacking[i][row] = cells.missing(row) || Hash.uniform(Hash.combine(column, numbers[row])) < hidden;
            }
        }
        return lacking;
    }

    private Holes holes(RawBlock block, long[] numbers, boolean[][] lacking) {
        int[] rows = IntStream.range(0, block.rows())
                .filter(row -> IntStream.range(0, lacking.length).anyMatch(i -> lacking[i][row]))
                .toArray();
        long[] own = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            own[i] = numbers[rows[i]];
        }
        Domain domain = codec.domain();
        Block codes = Block.empty(domain, RowNumbers.of(own));
        Block there = codec.encode(block.select(rows, rows.length));
        for (int v = 0; v < domain.width(); v++) {
            codes.write(v, there.read(v, new int[rows.length]));
        }
        return new Holes(codes, lacking, rows);
    }

    private Resampling.Worth resample(RawBlock block, Holes holes) {
        Known known = Known.cells(known(block, holes), present());
        int[][] there = holes.codes().toArrays();
        return Resampling.of(model)
                .draw(
                        making.seed(),
                        (own, candidate, weights) -> {
                            for (int v = 0; v < there.length; v++) {
                                candidate.write(v, there[v]);
                            }
                            return known;
                        },
                        holes.codes());
    }

    /** That a cell is missing is known as well, unless it is to be filled or too rare for the model to know of. */
    private boolean[][] known(RawBlock block, Holes holes) {
        boolean[][] known = new boolean[codec.codecs().size()][holes.rows().length];
        for (int v = 0; v < known.length; v++) {
            int filled = columns.indexOf(v);
            boolean missing = codec.codecs().get(v).variable().missing();
            for (int i = 0; i < holes.rows().length; i++) {
                int row = holes.rows()[i];
                known[v][i] = filled >= 0
                        ? !holes.lacking()[filled][row]
                        : missing || !block.columns().get(v).missing(row);
            }
        }
        return known;
    }

    private Set<Integer> present() {
        return columns.stream()
                .filter(column -> codec.codecs().get(column).variable().missing())
                .collect(Collectors.toSet());
    }
}
