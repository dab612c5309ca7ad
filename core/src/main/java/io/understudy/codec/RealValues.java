package io.understudy.codec;

import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.stat.BloomFilter;
import io.understudy.stat.Fold;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The values that real rows have in columns whose values are made up, so that none comes back by chance.
 *
 * <p>It is stored in encrypted models alone, and only ever {@linkplain #coarse coarse}: whoever holds it could tell who is in the
 * table, and whoever has the key can still raise the odds.
 */
public final class RealValues implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The most bits that the columns of a table share: 128 MiB. */
    static final long MAX_BITS = 1L << 30;

    /** The probability, at least, with which a coarse filter claims a value that no row has. */
    static final double DOUBT = 1.0 / 32;

    /** Of no column. */
    public static final RealValues NONE = new RealValues(new TreeMap<>());

    private final Map<Integer, BloomFilter> columns;

    private RealValues(Map<Integer, BloomFilter> columns) {
        this.columns = columns;
    }

    /** From the filters of the columns that have one, by position. */
    public static RealValues of(Map<Integer, BloomFilter.Parts> columns) {
        Map<Integer, BloomFilter> filters = new TreeMap<>();
        columns.forEach((column, parts) -> filters.put(column, BloomFilter.of(parts)));
        return new RealValues(filters);
    }

    /** The filters of the columns that have one, by position. */
    public Map<Integer, BloomFilter.Parts> parts() {
        Map<Integer, BloomFilter.Parts> parts = new TreeMap<>();
        columns.forEach((column, filter) -> parts.put(column, filter.parts()));
        return parts;
    }

    /** The same values, no longer told apart from others: of those that no row has, at least one in 32 is claimed as well. */
    public RealValues coarse() {
        Map<Integer, BloomFilter> coarse = new TreeMap<>();
        columns.forEach((column, filter) -> coarse.put(column, filter.coarse(DOUBT)));
        return new RealValues(coarse);
    }

    /** What is taken in a column. */
    public Taken column(int column) {
        BloomFilter filter = columns.get(column);
        return filter == null ? Taken.NOTHING : filter::mayContain;
    }

    /**
     * Gathers them in one pass over all real rows. Law: the result is a function of the set of values of each column.
     *
     * @param expected distinct values of each column, about; 0 where they are not asked for
     */
    public record Gathering(List<Long> expected) implements Fold<RawBlock, RealValues, RealValues> {
        public Gathering {
            expected = List.copyOf(expected);
        }

        /** Whether there is anything to gather. */
        public boolean needed() {
            return expected.stream().anyMatch(keys -> keys > 0);
        }

        @Override
        public RealValues zero() {
            double all =
                    Math.max(1, expected.stream().mapToDouble(Long::doubleValue).sum());
            Map<Integer, BloomFilter> filters = new TreeMap<>();
            for (int c = 0; c < expected.size(); c++) {
                long keys = expected.get(c);
                if (keys > 0) {
                    filters.put(c, BloomFilter.of(keys, Math.max(Long.SIZE, (long) (MAX_BITS * (keys / all)))));
                }
            }
            return new RealValues(filters);
        }

        @Override
        public RealValues add(RealValues state, RawBlock block) {
            state.columns.forEach(
                    (c, filter) -> hashes(block.columns().get(c), block.rows()).forEach(filter::add));
            return state;
        }

        @Override
        public RealValues merge(RealValues left, RealValues right) {
            left.columns.forEach((c, filter) -> filter.merge(Objects.requireNonNull(right.columns.get(c))));
            return left;
        }

        @Override
        public RealValues finish(RealValues state) {
            return state;
        }
    }

    /** Counts by column the rows whose value is a real one. */
    public record Met(RealValues real, int width) implements Fold<RawBlock, long[], List<Long>> {
        @Override
        public long[] zero() {
            return new long[width];
        }

        @Override
        public long[] add(long[] state, RawBlock block) {
            for (int c = 0; c < width; c++) {
                Taken taken = real.column(c);
                if (taken != Taken.NOTHING) {
                    state[c] += cells(block.columns().get(c), block.rows())
                            .filter(taken::holds)
                            .count();
                }
            }
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            Arrays.setAll(left, c -> left[c] + right[c]);
            return left;
        }

        @Override
        public List<Long> finish(long[] state) {
            List<Long> counts = new ArrayList<>();
            for (long count : state) {
                counts.add(count);
            }
            return counts;
        }
    }

    /** At least once the hash of every value in a column of a batch; a vocabulary may hold texts of rows that are not in it. */
    private static LongStream hashes(RawColumn column, int rows) {
        if (!(column instanceof RawColumn.Texts texts)) {
            return cells(column, rows);
        }
        boolean[] occurs = new boolean[texts.vocabulary().length];
        for (int row = 0; row < rows; row++) {
            if (!column.missing(row)) {
                occurs[texts.ids()[row]] = true;
            }
        }
        return IntStream.range(0, occurs.length)
                .filter(id -> occurs[id])
                .mapToLong(id -> Taken.hash(texts.vocabulary()[id]));
    }

    /** The hash of every cell that is not missing. */
    private static LongStream cells(RawColumn column, int rows) {
        LongStream present = LongStream.range(0, rows).filter(row -> !column.missing((int) row));
        if (column instanceof RawColumn.Keyed keyed) {
            return present.map(row -> Taken.hash(keyed.keys()[(int) row]));
        }
        RawColumn.Texts texts = (RawColumn.Texts) column;
        return present.map(row -> Taken.hash(texts.vocabulary()[texts.ids()[(int) row]]));
    }
}
