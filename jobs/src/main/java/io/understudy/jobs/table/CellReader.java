package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import org.apache.spark.sql.catalyst.InternalRow;

/** Collects the cells of one column over a batch of rows. */
abstract class CellReader {
    private final int ordinal;

    CellReader(int ordinal) {
        this.ordinal = ordinal;
    }

    final void read(InternalRow row, int index) {
        if (row.isNullAt(ordinal)) {
            absent(index);
        } else {
            present(row, ordinal, index);
        }
    }

    abstract void absent(int index);

    abstract void present(InternalRow row, int ordinal, int index);

    /** The cells read since the last call; they belong to the caller. */
    abstract RawColumn take();

    static CellReader of(Column column, int ordinal, int rows) {
        ColumnType type = column.type();
        return type.keyed() ? new KeyReader(key(type), ordinal, rows) : new TextReader(type, ordinal, rows);
    }

    /** How the key of a cell is read from a row. */
    @FunctionalInterface
    interface Key {
        long of(InternalRow row, int ordinal);
    }

    private static Key key(ColumnType type) {
        if (type instanceof ColumnType.Flag) {
            return (row, ordinal) -> row.getBoolean(ordinal) ? 1 : 0;
        }
        if (type instanceof ColumnType.Date) {
            return InternalRow::getInt;
        }
        if (type instanceof ColumnType.Timestamp) {
            return InternalRow::getLong;
        }
        if (type instanceof ColumnType.Real real) {
            return real.bytes() == Float.BYTES
                    ? (row, ordinal) -> Keys.ofFloat(row.getFloat(ordinal))
                    : (row, ordinal) -> Keys.ofDouble(row.getDouble(ordinal));
        }
        return type instanceof ColumnType.Decimal decimal ? decimal(decimal) : whole(((ColumnType.Whole) type).bytes());
    }

    private static Key decimal(ColumnType.Decimal type) {
        int precision = type.precision();
        int scale = type.scale();
        return type.exact()
                ? (row, ordinal) -> row.getDecimal(ordinal, precision, scale).toUnscaledLong()
                : (row, ordinal) ->
                        Keys.ofDouble(row.getDecimal(ordinal, precision, scale).toDouble());
    }

    private static Key whole(int bytes) {
        return switch (bytes) {
            case Byte.BYTES -> InternalRow::getByte;
            case Short.BYTES -> InternalRow::getShort;
            case Integer.BYTES -> InternalRow::getInt;
            default -> InternalRow::getLong;
        };
    }

    private static final class KeyReader extends CellReader {
        private final Key key;
        private final int rows;
        private RawColumn.Keyed cells;

        KeyReader(Key key, int ordinal, int rows) {
            super(ordinal);
            this.key = key;
            this.rows = rows;
            this.cells = new RawColumn.Keyed(rows);
        }

        @Override
        void absent(int index) {
            cells.absent()[index] = true;
        }

        @Override
        void present(InternalRow row, int ordinal, int index) {
            cells.keys()[index] = key.of(row, ordinal);
        }

        @Override
        RawColumn take() {
            RawColumn taken = cells;
            cells = new RawColumn.Keyed(rows);
            return taken;
        }
    }
}
