package io.understudy.codec;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Room;
import io.understudy.random.Hash;
import io.understudy.random.Philox;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns rows of a table into codes and back.
 *
 * <p>Every column is a variable of the domain, in table order; those whose kind is not {@linkplain Kind#modelled
 * modelled} have few codes, for missing and for shapes.
 *
 * @param columns in table order
 * @param kinds   what each column was taken for
 * @param codecs  one a column
 */
public record TableCodec(List<Column> columns, List<Kind> kinds, List<Codec> codecs) implements Serializable {

    public TableCodec {
        columns = List.copyOf(columns);
        kinds = List.copyOf(kinds);
        codecs = List.copyOf(codecs);
    }

    /** Learns all codecs; throws IllegalArgumentException where a decided kind does not fit a column's type. */
    public static TableCodec learn(List<ColumnCounts> table, Settings settings) {
        Inference inference = new Inference(settings.k());
        List<Kind> kinds = new ArrayList<>();
        List<Codec> codecs = new ArrayList<>();
        for (ColumnCounts counts : table) {
            Kind decided = settings.kinds().get(counts.column().name());
            Kind kind = decided == null ? inference.propose(counts).kind() : decided;
            kinds.add(kind);
            codecs.add(CodecLearner.learn(counts, kind, settings));
        }
        return new TableCodec(table.stream().map(ColumnCounts::column).toList(), kinds, codecs);
    }

    /** The variables that rows are coded as: one a column, in the order of the table. */
    public Domain domain() {
        return new Domain(codecs.stream().map(Codec::variable).toList());
    }

    /** The codes of a batch of source rows. */
    public Block encode(RawBlock rows) {
        Block block = Block.empty(domain(), 0, rows.rows());
        int[] codes = new int[rows.rows()];
        for (int c = 0; c < codecs.size(); c++) {
            codecs.get(c).encode(rows.columns().get(c), rows.rows(), codes);
            block.write(c, codes);
        }
        return block;
    }

    /**
     * Writes the codes of some columns alone.
     *
     * @param cells of those columns, in their order
     * @param of    positions in the table
     */
    public void encode(RawBlock cells, List<Integer> of, Block into) {
        int[] codes = new int[cells.rows()];
        for (int i = 0; i < of.size(); i++) {
            codecs.get(of.get(i)).encode(cells.columns().get(i), cells.rows(), codes);
            into.write(of.get(i), codes);
        }
    }

    /** Makes up rows of a table of fewer than 2^32 where no value is to be avoided. */
    public RawBlock decode(Block codes, long seed) {
        return decode(codes, seed, RealValues.NONE, 1L << 32);
    }

    /**
     * Makes up rows for a block of synthetic codes.
     *
     * <p>Law: a row depends on (codec, its codes, seed, its index, real values, rows in total) alone. Column {@code c}
     * draws bits number {@code width + c}, after those of the model.
     *
     * @param real  values not to make up
     * @param total rows of the whole synthetic table
     */
    public RawBlock decode(Block codes, long seed, RealValues real, long total) {
        Making making = new Making(seed, real, total);
        return new RawBlock(
                codes.rows(),
                IntStream.range(0, codecs.size())
                        .mapToObj(c -> decode(c, codes, making))
                        .toList());
    }

    /**
     * A synthetic table in the making.
     *
     * @param seed  of its rows
     * @param real  values not to make up
     * @param total how many rows it has
     */
    public record Making(long seed, RealValues real, long total) implements Serializable {}

    /** Makes up the cells of one column, the same as {@link #decode(Block, long, RealValues, long)} does. */
    public RawColumn decode(int column, Block codes, Making making) {
        long draw = codecs.size() + (long) column;
        Draws.Bits bits =
                new Draws.Bits(codes.rows(), new RowDraws(making.seed(), codes.numbers(), draw, codes.room()));
        long key = Hash.combine(making.seed(), draw);
        Draws draws = new Draws(key, codes.numbers(), bits, making.real().column(column), making.total(), codes.room());
        return codecs.get(column).decode(codes.read(column, codes.room().ints(codes.rows())), draws);
    }

    /** One draw of Philox for the rows of a block. */
    private record RowDraws(long seed, RowNumbers numbers, long draw, Room room) implements Draws.Bits.Source {
        @Override
        public long one(int row) {
            return Philox.bits(seed, numbers.at(row), draw);
        }

        @Override
        public long[] all() {
            long[] bits = room.longs(numbers.count());
            Philox.fill(seed, numbers, draw, bits);
            return bits;
        }
    }
}
