package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;

/** Keys as the numbers, days, times and flags that they stand for. */
final class KeyVector extends CellVector {
    private final ColumnType keyed;
    private long[] keys = {};
    private boolean[] absent = {};

    KeyVector(ColumnType type, DataType spark) {
        super(spark);
        this.keyed = type;
    }

    @Override
    void show(RawColumn cells) {
        RawColumn.Keyed keyed = (RawColumn.Keyed) cells;
        keys = keyed.keys();
        absent = keyed.absent();
    }

    @Override
    public boolean isNullAt(int row) {
        return absent[row];
    }

    @Override
    public boolean getBoolean(int row) {
        return keys[row] != 0;
    }

    @Override
    public byte getByte(int row) {
        return (byte) keys[row];
    }

    @Override
    public short getShort(int row) {
        return (short) keys[row];
    }

    @Override
    public int getInt(int row) {
        return (int) keys[row];
    }

    @Override
    public long getLong(int row) {
        return keys[row];
    }

    @Override
    public float getFloat(int row) {
        return Keys.toFloat(keys[row]);
    }

    @Override
    public double getDouble(int row) {
        return Keys.toDouble(keys[row]);
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        ColumnType.Decimal decimal = (ColumnType.Decimal) keyed;
        return decimal.exact()
                ? Decimal.createUnsafe(keys[row], precision, scale)
                : CellWriter.wide(Keys.toDouble(keys[row]), decimal);
    }
}
