package io.understudy.schema;

/**
 * Order-preserving integer keys of floating-point numbers.
 *
 * <p>Law: {@code a < b} implies {@code ofDouble(a) < ofDouble(b)}; every bit pattern has its own key, so -0.0, NaN and
 * the infinities survive a round trip. -0.0 sorts just below 0.0, NaN with a clear sign above +Infinity.
 */
public final class Keys {
    private Keys() {}

    /** The key of a double; each bit pattern has its own. */
    public static long ofDouble(double value) {
        return flip(Double.doubleToRawLongBits(value));
    }

    /** The double that has a key. */
    public static double toDouble(long key) {
        return Double.longBitsToDouble(flip(key));
    }

    /** The key of a float; each bit pattern has its own. */
    public static long ofFloat(float value) {
        return flip(Float.floatToRawIntBits(value));
    }

    /** The float that has a key. */
    public static float toFloat(long key) {
        return Float.intBitsToFloat(flip((int) key));
    }

    /** Negative numbers sort in reverse of their bits; the map is its own inverse. */
    private static long flip(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static int flip(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
