package io.understudy.schema;

/**
 * How keys of a column compare in SQL. Floating-point numbers have more keys than values that SQL tells apart: -0.0 is
 * 0.0, and there is one NaN, greater than all numbers.
 */
public enum KeyOrder {
    /** Keys compare as they are. */
    PLAIN {
        @Override
        public long canonical(long key) {
            return key;
        }
    },
    DOUBLE {
        @Override
        public long canonical(long key) {
            double value = Keys.toDouble(key);
            return Keys.ofDouble(Double.isNaN(value) ? Double.NaN : value + 0.0);
        }
    },
    FLOAT {
        @Override
        public long canonical(long key) {
            float value = Keys.toFloat(key);
            return Keys.ofFloat(Float.isNaN(value) ? Float.NaN : value + 0.0f);
        }
    };

    /** The key that stands for all that are equal to it. */
    public abstract long canonical(long key);

    /** The order of the keys of a column type. */
    public static KeyOrder of(ColumnType type) {
        if (type instanceof ColumnType.Real real) {
            return real.bytes() == Float.BYTES ? FLOAT : DOUBLE;
        }
        return PLAIN;
    }
}
