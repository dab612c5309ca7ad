package io.understudy.codec;

import io.understudy.domain.Room;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All the randomness a codec gets for a block of synthetic rows, and what it is to keep clear of.
 *
 * @param key      the same for all rows of a column in one synthetic table; chooses how unique values are numbered
 * @param numbers  which rows of the synthetic table these are
 * @param bits     64 random bits for each row, made when the first is asked for: columns of plain values need none
 * @param taken    what is not to be made up
 * @param total    rows of the whole synthetic table: the stride of further numbers for values that do not repeat
 * @param room     for what is made up
 */
public record Draws(long key, RowNumbers numbers, Bits bits, Taken taken, long total, Room room) {
    private static final long ANY_TOTAL = 1L << 32;

    /** Draws for a part of a table of fewer than 2^32 rows in which nothing is taken. */
    public Draws(long key, RowNumbers numbers, long[] bits) {
        this(key, numbers, new Bits(bits), Taken.NOTHING, ANY_TOTAL, Room.NEW);
    }

    /** Random bits that are made when asked for: one by one at first, for all rows where more than a few are wanted. */
    public static final class Bits {
        private static final int FEW = 8;

        private final Source source;
        private int left;
        private long @Nullable [] all;

        /** Where the bits come from, always the same for a row. */
        public interface Source {
            /** 64 bits of one row, by its position. */
            long one(int row);

            /** 64 bits for each row; may be longer than there are rows. */
            long[] all();
        }

        /** @param rows how many there are */
        public Bits(int rows, Source source) {
            this.left = rows / FEW;
            this.source = source;
        }

        /** Bits that are there already. */
        Bits(long[] all) {
            this.all = all;
            this.source = new Source() {
                @Override
                public long one(int row) {
                    return all[row];
                }

                @Override
                public long[] all() {
                    return all;
                }
            };
        }

        /** Makes the bits of all rows at once if more than a few are wanted. */
        private void expect(int wanted) {
            if (all == null && wanted > left) {
                all = source.all();
            }
        }

        private long at(int row) {
            long[] made = all;
            if (made != null) {
                return made[row];
            }
            if (left-- > 0) {
                return source.one(row);
            }
            all = source.all();
            return all[row];
        }
    }

    /**
     * 64 random bits for each of some rows, in their order.
     *
     * @param positions of the rows here
     * @param count     how many of these count
     */
    long[] bits(int[] positions, int count) {
        bits.expect(count);
        long[] some = room.longs(count);
        for (int i = 0; i < count; i++) {
            some[i] = bits.at(positions[i]);
        }
        return some;
    }

    /** 64 random bits of a row, by its position here. */
    long bits(int row) {
        return bits.at(row);
    }

    /** Keys of no meaning, none of them missing. */
    RawColumn.Keyed keyed() {
        boolean[] absent = room.flags(rows());
        Arrays.fill(absent, false);
        return new RawColumn.Keyed(room.longs(rows()), absent);
    }

    /** How many rows. */
    public int rows() {
        return numbers.count();
    }

    /** The index of a row in the synthetic table, by its position here. */
    long index(int row) {
        return numbers.at(row);
    }
}
