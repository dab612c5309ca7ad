package io.understudy.schema;

import java.io.Serializable;

/**
 * What a source column physically holds.
 *
 * <p>Every type reaches the core in one of two forms: an order-preserving {@code long} key (see {@link Keys}) or a text.
 * There is no third form, so nothing after the reader switches over source types.
 */
public sealed interface ColumnType extends Serializable {

    /** Whether cells are order-preserving keys rather than texts. */
    default boolean keyed() {
        return true;
    }

    /** True or false: keys 1 and 0. */
    record Flag() implements ColumnType {}

    /** A whole number of 1, 2, 4 or 8 bytes; also intervals, as months or microseconds. The key is the number. */
    record Whole(int bytes) implements ColumnType {}

    /** A binary floating-point number of 4 or 8 bytes, keyed by {@link Keys#ofDouble} or {@link Keys#ofFloat}. */
    record Real(int bytes) implements ColumnType {}

    /**
     * A decimal number. Up to 18 digits the key is the unscaled value, beyond that the key of the nearest double.
     *
     * @param precision total digits, 1..38
     * @param scale     digits after the point, 0..precision
     */
    record Decimal(int precision, int scale) implements ColumnType {
        /** The most digits whose unscaled values all fit a long. */
        public static final int MAX_LONG_DIGITS = 18;

        /** Whether a key is the value itself, in units of its last digit, and not that of the nearest double. */
        public boolean exact() {
            return precision <= MAX_LONG_DIGITS;
        }
    }

    /** A calendar day; the key counts days since 1970-01-01. */
    record Date() implements ColumnType {}

    /** A point in time, with or without a zone; the key counts microseconds since 1970-01-01T00:00:00. */
    record Timestamp() implements ColumnType {}

    /** A character string. */
    record Text() implements ColumnType {
        @Override
        public boolean keyed() {
            return false;
        }
    }

    /** Bytes, carried as a text of one character a byte (ISO-8859-1). */
    record Binary() implements ColumnType {
        @Override
        public boolean keyed() {
            return false;
        }
    }
}
