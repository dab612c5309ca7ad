package io.understudy.codec;

import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;

/** What the keys of a column stand for. */
public enum KeyForm {
    /** Whole numbers, days, microseconds, unscaled decimals: the key itself. */
    INTEGER(Long.MIN_VALUE, Long.MAX_VALUE) {
        @Override
        public double value(long key) {
            return key;
        }

        @Override
        public long key(double value) {
            return (long) value;
        }
    },
    /** Numbers of 8 bytes. */
    DOUBLE(Keys.ofDouble(-Double.MAX_VALUE), Keys.ofDouble(Double.MAX_VALUE)) {
        @Override
        public double value(long key) {
            return Keys.toDouble(key);
        }

        @Override
        public long key(double value) {
            return Keys.ofDouble(value);
        }
    },
    /** Numbers of 4 bytes. */
    FLOAT(Keys.ofFloat(-Float.MAX_VALUE), Keys.ofFloat(Float.MAX_VALUE)) {
        @Override
        public double value(long key) {
            return Keys.toFloat(key);
        }

        @Override
        public long key(double value) {
            return Keys.ofFloat((float) value);
        }
    };

    private final long lowest;
    private final long highest;

    KeyForm(long lowest, long highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The form of a keyed column. */
    public static KeyForm of(ColumnType type) {
        if (type instanceof ColumnType.Real real) {
            return real.bytes() == Float.BYTES ? FLOAT : DOUBLE;
        }
        return type instanceof ColumnType.Decimal decimal && !decimal.exact() ? DOUBLE : INTEGER;
    }

    /** The number a key stands for, to the nearest double. */
    public abstract double value(long key);

    /** The key of a number, to the nearest one of this form. */
    public abstract long key(double value);

    /** The key of the lowest finite number. */
    public long lowest() {
        return lowest;
    }

    /** The key of the highest finite number. */
    public long highest() {
        return highest;
    }

    /** The key of positive infinity; not for integers. */
    long infinity() {
        return highest + 1;
    }

    /** One key for all that is not a number, above infinity; other keys are unchanged. */
    long canonical(long key) {
        if (this == INTEGER || (key >= lowest - 1 && key <= highest + 1)) {
            return key;
        }
        return key(Double.NaN);
    }
}
