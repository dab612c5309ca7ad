package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/** The cells of a column as Spark reads them, without a copy of any. One object serves block after block. */
public abstract class CellVector extends ColumnVector {
    private int rows;
    private int missing = -1;

    CellVector(DataType type) {
        super(type);
    }

    /** A vector for the cells of a column. */
    public static CellVector of(ColumnType type, DataType spark) {
        return type.keyed() ? new KeyVector(type, spark) : new TextVector(type instanceof ColumnType.Binary, spark);
    }

    /** Goes on to the cells of another block. */
    public final void open(RawColumn cells, int rows) {
        this.rows = rows;
        this.missing = -1;
        show(cells);
    }

    abstract void show(RawColumn cells);

    @Override
    public final int numNulls() {
        if (missing < 0) {
            missing = 0;
            for (int row = 0; row < rows; row++) {
                missing += isNullAt(row) ? 1 : 0;
            }
        }
        return missing;
    }

    @Override
    public final boolean hasNull() {
        return numNulls() > 0;
    }

    @Override
    public void close() {}

    private UnsupportedOperationException not(String what) {
        return new UnsupportedOperationException("a column of type " + type.simpleString() + " holds no " + what);
    }

    @Override
    public boolean getBoolean(int row) {
        throw not("flags");
    }

    @Override
    public byte getByte(int row) {
        throw not("whole numbers");
    }

    @Override
    public short getShort(int row) {
        throw not("whole numbers");
    }

    @Override
    public int getInt(int row) {
        throw not("whole numbers");
    }

    @Override
    public long getLong(int row) {
        throw not("whole numbers");
    }

    @Override
    public float getFloat(int row) {
        throw not("numbers");
    }

    @Override
    public double getDouble(int row) {
        throw not("numbers");
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        throw not("decimals");
    }

    @Override
    public UTF8String getUTF8String(int row) {
        throw not("texts");
    }

    @Override
    public byte[] getBinary(int row) {
        throw not("bytes");
    }

    @Override
    public ColumnarArray getArray(int row) {
        throw not("arrays");
    }

    @Override
    public ColumnarMap getMap(int row) {
        throw not("maps");
    }

    @Override
    public ColumnVector getChild(int ordinal) {
        throw not("fields");
    }
}
