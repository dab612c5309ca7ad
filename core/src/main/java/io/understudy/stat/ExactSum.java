package io.understudy.stat;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The exact sum of finite doubles that are not negative, in whatever order and however parted: a superaccumulator (Neal
 * 2015, "Fast Exact Summation Using Small and Large Superaccumulators"). Every double is a whole number of units of
 * 2^-1074; their sum is kept as digits of 32 bits, with room above for what has not been carried yet.
 */
public final class ExactSum implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DIGIT_BITS = 32;
    private static final long DIGIT = (1L << DIGIT_BITS) - 1;
    private static final int MANTISSA_BITS = 52;
    /** The lowest bit of the smallest double is 2^-1074. */
    private static final int UNIT = 1074;
    /** So many additions overflow no digit. */
    private static final int MOST_UNCARRIED = 1 << 30;

    private final long[] digits = new long[(2 * UNIT) / DIGIT_BITS + 3];
    private int uncarried;

    /** Adds a number, which is finite and not negative. */
    public void add(double number) {
        long bits = Double.doubleToLongBits(number + 0.0);
        int exponent = (int) (bits >>> MANTISSA_BITS);
        long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
        int place = exponent == 0 ? 0 : exponent - 1;
        long whole = exponent == 0 ? mantissa : mantissa | 1L << MANTISSA_BITS;
        int digit = place / DIGIT_BITS;
        int shift = place % DIGIT_BITS;
        digits[digit] += whole << shift & DIGIT;
        digits[digit + 1] += whole >>> (DIGIT_BITS - shift) & DIGIT;
        digits[digit + 2] += shift == 0 ? 0 : whole >>> (2 * DIGIT_BITS - shift);
        carryAfter(1);
    }

    /** Adds what another has summed. */
    public void add(ExactSum other) {
        other.carry();
        for (int i = 0; i < digits.length; i++) {
            digits[i] += other.digits[i];
        }
        carryAfter(1);
    }

    private void carryAfter(int additions) {
        uncarried += additions;
        if (uncarried >= MOST_UNCARRIED) {
            carry();
        }
    }

    private void carry() {
        for (int i = 0; i < digits.length - 1; i++) {
            digits[i + 1] += digits[i] >>> DIGIT_BITS;
            digits[i] &= DIGIT;
        }
        uncarried = 0;
    }

    /** The sum divided by a number of rows, which is at least 1: the nearest double. */
    public double mean(long rows) {
        BigInteger units = BigInteger.ZERO;
        for (int i = digits.length - 1; i >= 0; i--) {
            units = units.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digits[i]));
        }
        BigInteger parts = BigInteger.ONE.shiftLeft(UNIT).multiply(BigInteger.valueOf(rows));
        return new BigDecimal(units)
                .divide(new BigDecimal(parts), new MathContext(60))
                .doubleValue();
    }
}
