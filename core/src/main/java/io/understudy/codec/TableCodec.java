package io.understudy.codec;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Hash;
import io.understudy.random.Philox;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

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
     * Makes up rows for a block of synthetic codes.
     *
     * <p>Law: a row depends on (codec, its codes, seed, its index) alone. Column {@code c} draws bits number
     * {@code width + c}, after those of the model.
     */
    public RawBlock decode(Block codes, long seed) {
        long[] bits = new long[codes.rows()];
        int[] column = new int[codes.rows()];
        List<RawColumn> columns = new ArrayList<>();
        for (int c = 0; c < codecs.size(); c++) {
            long draw = codecs.size() + (long) c;
            Philox.fill(seed, codes.firstRow(), draw, bits, codes.rows());
            Draws draws = new Draws(Hash.combine(seed, draw), codes.firstRow(), bits, codes.rows());
            columns.add(codecs.get(c).decode(codes.read(c, column), draws));
        }
        return new RawBlock(codes.rows(), columns);
    }
}
