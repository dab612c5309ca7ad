package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;

/** Collects the cells of one column over a batch of rows. */
abstract class CellReader {

    /** Reads the cell at {@code ordinal} of a row, or of a column, as that of row {@code index} of the batch. */
    final void read(SpecializedGetters from, int ordinal, int index) {
        if (from.isNullAt(ordinal)) {
            absent(index);
        } else {
            present(from, ordinal, index);
        }
    }

    /** The first cells of a column in Spark's own form; they belong to the caller. */
    RawColumn read(ColumnVector column, int rows) {
        ColumnarArray cells = new ColumnarArray(column, 0, rows);
        for (int row = 0; row < rows; row++) {
            read(cells, row, row);
        }
        return take();
    }

    abstract void absent(int index);

    abstract void present(SpecializedGetters from, int ordinal, int index);

    /** The cells read since the last call; they belong to the caller. */
    abstract RawColumn take();

    /** @param rows the most rows of a batch */
    static CellReader of(ColumnType type, int rows) {
        return type.keyed() ? new KeyReader(key(type), rows) : new TextReader(type, rows);
    }

    static List<CellReader> of(List<Column> columns, int rows) {
        return columns.stream().map(column -> of(column.type(), rows)).toList();
    }

    /** How the key of a cell is read. */
    @FunctionalInterface
    interface Key {
        long of(SpecializedGetters from, int ordinal);
    }

    private static Key key(ColumnType type) {
        if (type instanceof ColumnType.Flag) {
            return (from, ordinal) -> from.getBoolean(ordinal) ? 1 : 0;
        }
        if (type instanceof ColumnType.Date) {
            return SpecializedGetters::getInt;
        }
        if (type instanceof ColumnType.Timestamp) {
            return SpecializedGetters::getLong;
        }
        if (type instanceof ColumnType.Real real) {
            return real.bytes() == Float.BYTES
                    ? (from, ordinal) -> Keys.ofFloat(from.getFloat(ordinal))
                    : (from, ordinal) -> Keys.ofDouble(from.getDouble(ordinal));
        }
        return type instanceof ColumnType.Decimal decimal ? decimal(decimal) : whole(((ColumnType.Whole) type).bytes());
    }

    private static Key decimal(ColumnType.Decimal type) {
        int precision = type.precision();
        int scale = type.scale();
        return type.exact()
                ? (from, ordinal) -> from.getDecimal(ordinal, precision, scale).toUnscaledLong()
                : (from, ordinal) ->
                        Keys.ofDouble(from.getDecimal(ordinal, precision, scale).toDouble());
    }

    private static Key whole(int bytes) {
        return switch (bytes) {
            case Byte.BYTES -> SpecializedGetters::getByte;
            case Short.BYTES -> SpecializedGetters::getShort;
            case Integer.BYTES -> SpecializedGetters::getInt;
            default -> SpecializedGetters::getLong;
        };
    }

    private static final class KeyReader extends CellReader {
        private final Key key;
        private final int rows;
        private RawColumn.Keyed cells;

        KeyReader(Key key, int rows) {
            this.key = key;
            this.rows = rows;
            this.cells = new RawColumn.Keyed(rows);
        }

        @Override
        void absent(int index) {
            cells.absent()[index] = true;
        }

        @Override
        void present(SpecializedGetters from, int ordinal, int index) {
            cells.keys()[index] = key.of(from, ordinal);
        }

        @Override
        RawColumn take() {
            RawColumn taken = cells;
            cells = new RawColumn.Keyed(rows);
            return taken;
        }
    }
}
