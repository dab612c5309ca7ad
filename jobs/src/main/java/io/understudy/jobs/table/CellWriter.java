package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Puts the cells of one column into Spark's rows. */
abstract class CellWriter {

    /** Goes on to the cells of another block. */
    abstract void open(RawColumn column);

    /** Sets field {@code ordinal} of {@code into} to the cell of a row, which is null where the cell is missing. */
    abstract void write(int row, InternalRow into, int ordinal);

    static CellWriter of(ColumnType type) {
        return type.keyed() ? new KeyWriter(key(type)) : new TextWriter(type instanceof ColumnType.Binary);
    }

    /** How a key is set in a row. */
    @FunctionalInterface
    interface Key {
        void set(InternalRow into, int ordinal, long key);
    }

    private static Key key(ColumnType type) {
        if (type instanceof ColumnType.Flag) {
            return (into, ordinal, key) -> into.setBoolean(ordinal, key != 0);
        }
        if (type instanceof ColumnType.Date) {
            return (into, ordinal, key) -> into.setInt(ordinal, (int) key);
        }
        if (type instanceof ColumnType.Timestamp) {
            return InternalRow::setLong;
        }
        if (type instanceof ColumnType.Real real) {
            return real.bytes() == Float.BYTES
                    ? (into, ordinal, key) -> into.setFloat(ordinal, Keys.toFloat(key))
                    : (into, ordinal, key) -> into.setDouble(ordinal, Keys.toDouble(key));
        }
        return type instanceof ColumnType.Decimal decimal ? decimal(decimal) : whole(((ColumnType.Whole) type).bytes());
    }

    private static Key decimal(ColumnType.Decimal type) {
        int precision = type.precision();
        int scale = type.scale();
        return type.exact()
                ? (into, ordinal, key) ->
                        into.setDecimal(ordinal, Decimal.createUnsafe(key, precision, scale), precision)
                : (into, ordinal, key) -> into.setDecimal(ordinal, wide(Keys.toDouble(key), type), precision);
    }

    /** The shortest decimal that reads as the double, at the column's scale and within its type. */
    static Decimal wide(double number, ColumnType.Decimal type) {
        BigDecimal most =
                BigDecimal.TEN.pow(type.precision()).subtract(BigDecimal.ONE).movePointLeft(type.scale());
        BigDecimal exact = BigDecimal.valueOf(number).setScale(type.scale(), RoundingMode.HALF_EVEN);
        return Decimal.apply(exact.min(most).max(most.negate()), type.precision(), type.scale());
    }

    private static Key whole(int bytes) {
        return switch (bytes) {
            case Byte.BYTES -> (into, ordinal, key) -> into.setByte(ordinal, (byte) key);
            case Short.BYTES -> (into, ordinal, key) -> into.setShort(ordinal, (short) key);
            case Integer.BYTES -> (into, ordinal, key) -> into.setInt(ordinal, (int) key);
            default -> InternalRow::setLong;
        };
    }

    private static final class KeyWriter extends CellWriter {
        private final Key key;
        private RawColumn.Keyed cells = new RawColumn.Keyed(0);

        KeyWriter(Key key) {
            this.key = key;
        }

        @Override
        void open(RawColumn column) {
            cells = (RawColumn.Keyed) column;
        }

        @Override
        void write(int row, InternalRow into, int ordinal) {
            if (cells.absent()[row]) {
                into.setNullAt(ordinal);
            } else {
                key.set(into, ordinal, cells.keys()[row]);
            }
        }
    }

    private static final class TextWriter extends CellWriter {
        private final boolean binary;
        private RawColumn.Texts cells = new RawColumn.Texts(new int[0], new String[0]);
        /** The vocabulary in Spark's form, made when first used; kept while blocks share a vocabulary. */
        private @Nullable Object[] converted = {};

        TextWriter(boolean binary) {
            this.binary = binary;
        }

        @Override
        void open(RawColumn column) {
            RawColumn.Texts next = (RawColumn.Texts) column;
            if (next.vocabulary() != cells.vocabulary()) {
                converted = new Object[next.vocabulary().length];
            }
            cells = next;
        }

        @Override
        void write(int row, InternalRow into, int ordinal) {
            int id = cells.ids()[row];
            if (id < 0) {
                into.setNullAt(ordinal);
                return;
            }
            Object value = converted[id];
            if (value == null) {
                value = convert(cells.vocabulary()[id]);
                converted[id] = value;
            }
            into.update(ordinal, value);
        }

        private Object convert(String text) {
            return binary ? text.getBytes(StandardCharsets.ISO_8859_1) : UTF8String.fromString(text);
        }
    }
}
