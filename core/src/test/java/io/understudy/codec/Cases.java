package io.understudy.codec;

import io.understudy.domain.Room;
import io.understudy.random.Hash;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import io.understudy.schema.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Columns to learn from. */
final class Cases {
    static final String NAME = "column";
    static final ColumnType LONG = new ColumnType.Whole(8);
    static final ColumnType DOUBLE = new ColumnType.Real(8);
    static final ColumnType FLOAT = new ColumnType.Real(4);
    static final ColumnType TEXT = new ColumnType.Text();

    private Cases() {}

    static RawColumn.Keyed keys(long... keys) {
        return new RawColumn.Keyed(keys, new boolean[keys.length]);
    }

    static RawColumn.Keyed keys(int rows, IntToLongFunction key) {
        return keys(IntStream.range(0, rows).mapToLong(key).toArray());
    }

    static RawColumn.Keyed doubles(int rows, IntToDoubleFunction value) {
        return keys(rows, row -> Keys.ofDouble(value.applyAsDouble(row)));
    }

    static RawColumn.Keyed doubles(double... values) {
        return doubles(values.length, row -> values[row]);
    }

    /** The column with its first rows missing. */
    static RawColumn.Keyed missing(int rows, RawColumn.Keyed column) {
        Arrays.fill(column.absent(), 0, rows, true);
        return column;
    }

    /** A null is a missing cell. */
    static RawColumn.Texts texts(List<String> cells) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        int[] rows = cells.stream()
                .mapToInt(cell -> cell == null ? -1 : ids.computeIfAbsent(cell, text -> ids.size()))
                .toArray();
        return new RawColumn.Texts(rows, ids.keySet().toArray(String[]::new));
    }

    static int rows(RawColumn column) {
        return column instanceof RawColumn.Keyed keyed ? keyed.keys().length : ((RawColumn.Texts) column).ids().length;
    }

    static ColumnCounts count(ColumnType type, RawColumn column) {
        return count(new Column(NAME, type, true), column);
    }

    static ColumnCounts count(Column column, RawColumn cells) {
        Profile profile = new Profile(List.of(column));
        return profile.finish(profile.add(profile.zero(), new RawBlock(rows(cells), List.of(cells))))
                .get(0);
    }

    static Settings k(int k) {
        return Settings.defaults().withK(k);
    }

    static Codec learn(ColumnType type, RawColumn column, Kind kind, int k) {
        return CodecLearner.learn(count(type, column), kind, k(k));
    }

    static OrderedCodec numbers(ColumnType type, RawColumn column, int k) {
        return (OrderedCodec) learn(type, column, Kind.NUMBER, k);
    }

    static int[] encode(Codec codec, RawColumn column) {
        int[] codes = new int[rows(column)];
        codec.encode(column, codes.length, codes);
        return codes;
    }

    /** Bits for the rows from the first one on; a seed is a synthetic table. */
    static Draws draws(long seed, long firstRow, int rows) {
        long[] bits = new long[rows];
        Arrays.setAll(bits, row -> Hash.mix(Hash.combine(seed, firstRow + row)));
        return new Draws(seed, RowNumbers.run(firstRow, rows), bits);
    }

    static Draws draws(long seed, long firstRow, int rows, Room room) {
        Draws draws = draws(seed, firstRow, rows);
        return new Draws(draws.key(), draws.numbers(), draws.bits(), draws.taken(), draws.total(), room);
    }

    static RawColumn decode(Codec codec, int[] codes, long seed) {
        return codec.decode(codes, draws(seed, 0, codes.length));
    }

    static long[] decodeKeys(Codec codec, int[] codes, long seed) {
        return ((RawColumn.Keyed) decode(codec, codes, seed)).keys();
    }

    /** The largest difference of two distribution functions at any value of either. */
    static double kolmogorovSmirnov(long[] first, long[] second) {
        long[] a = LongStream.of(first).sorted().toArray();
        long[] b = LongStream.of(second).sorted().toArray();
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            long value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }

    /** The cells as texts, null where missing. */
    static List<String> cells(RawColumn column) {
        return IntStream.range(0, rows(column))
                .mapToObj(row -> column.missing(row) ? null : cell(column, row))
                .toList();
    }

    private static String cell(RawColumn column, int row) {
        return column instanceof RawColumn.Keyed keyed
                ? Long.toString(keyed.keys()[row])
                : ((RawColumn.Texts) column).vocabulary()[((RawColumn.Texts) column).ids()[row]];
    }
}
