package io.understudy.codec.form;

import java.util.List;

/**
 * What one number shows of its format.
 *
 * @param sign   how its sign is written
 * @param group  what groups its thousands: {@link #OPEN} where there are fewer than four whole digits, {@link #NONE}, or
 *               the character
 * @param scale  digits after the mark
 * @param padded whether the last of them is a zero
 */
record NumberLayout(NumberSign sign, char group, int scale, boolean padded) {
    static final char OPEN = 0;
    static final char NONE = 1;
    private static final int SCALE_BITS = 5;
    private static final List<NumberSign> SIGNS = List.of(NumberSign.values());

    long packed() {
        long bits = ((long) SIGNS.indexOf(sign) << Character.SIZE) | group;
        return (((bits << SCALE_BITS) | scale) << 1) | (padded ? 1 : 0);
    }

    static NumberLayout of(long packed) {
        long rest = packed >> 1;
        int scale = (int) (rest & ((1 << SCALE_BITS) - 1));
        rest >>= SCALE_BITS;
        return new NumberLayout(SIGNS.get((int) (rest >> Character.SIZE)), (char) rest, scale, (packed & 1) != 0);
    }
}
