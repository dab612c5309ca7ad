package io.understudy.bench;

import io.understudy.codec.Profile;
import io.understudy.codec.Settings;
import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.random.Philox;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * An invented table for kernels: six columns of numbers and nine of labels, in width and numbers of values like census
 * rows, that all lean on one hidden number.
 *
 * @param codec learned from the rows
 * @param raw   blocks of {@link #ROWS} rows
 * @param coded the same rows
 */
record Invented(TableCodec codec, List<RawBlock> raw, List<Block> coded) {
    /** Rows a block. */
    static final int ROWS = 4096;

    private static final long SEED = 1;
    private static final int[] VALUES = {75, 20_000, 16, 120, 90, 95};
    private static final int[] LABELS = {9, 16, 7, 15, 6, 5, 2, 42, 2};

    static Invented ofBlocks(int blocks) {
        List<Column> columns = columns();
        List<RawBlock> raw = IntStream.range(0, blocks)
                .mapToObj(index -> block((long) index * ROWS))
                .toList();
        Profile profile = new Profile(columns);
        Profile.State counts = profile.zero();
        for (RawBlock block : raw) {
            counts = profile.add(counts, block);
        }
        TableCodec codec = TableCodec.learn(profile.finish(counts), Settings.defaults());
        return new Invented(codec, raw, raw.stream().map(codec::encode).toList());
    }

    LocalTable table() {
        return new LocalTable(codec.domain(), coded);
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < VALUES.length; c++) {
            columns.add(new Column("number " + c, new ColumnType.Whole(Long.BYTES), true));
        }
        for (int c = 0; c < LABELS.length; c++) {
            columns.add(new Column("label " + c, new ColumnType.Text(), true));
        }
        return columns;
    }

    private static RawBlock block(long first) {
        List<RawColumn> cells = new ArrayList<>();
        for (int c = 0; c < VALUES.length; c++) {
            RawColumn.Keyed numbers = new RawColumn.Keyed(ROWS);
            Arrays.setAll(numbers.keys(), leaning(first, 1 + c, VALUES[c])::applyAsInt);
            cells.add(numbers);
        }
        for (int c = 0; c < LABELS.length; c++) {
            int[] ids = new int[ROWS];
            Arrays.setAll(ids, leaning(first, 1 + VALUES.length + c, LABELS[c]));
            String[] texts =
                    IntStream.range(0, LABELS[c]).mapToObj(id -> "label " + id).toArray(String[]::new);
            cells.add(new RawColumn.Texts(ids, texts));
        }
        return new RawBlock(ROWS, cells);
    }

    /** Whole numbers below a bound, low ones more often: half the hidden number of the row and half their own chance. */
    private static IntUnaryOperator leaning(long first, int draw, int bound) {
        return row -> {
            double hidden = Philox.uniform(SEED, first + row, 0);
            double own = Philox.uniform(SEED, first + row, draw);
            double mixed = (hidden + own) / 2;
            return (int) (mixed * mixed * bound);
        };
    }
}
