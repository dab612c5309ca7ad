package io.understudy.domain;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Arrays for what is worked out about one block after another. Those of a block serve the next one again, so they stay near the
 * core, where new ones would have to be fetched and cleared each time. For one thread.
 */
public final class Room {
    /** Gives new arrays always, and keeps none: for blocks that outlive each other. */
    public static final Room NEW = new Room(false);

    private final Shelf<int[]> ints;
    private final Shelf<long[]> longs;
    private final Shelf<char[]> chars;
    private final Shelf<byte[]> bytes;
    private final Shelf<boolean[]> flags;

    private Room(boolean keeps) {
        ints = new Shelf<>(int[]::new, keeps);
        longs = new Shelf<>(long[]::new, keeps);
        chars = new Shelf<>(char[]::new, keeps);
        bytes = new Shelf<>(byte[]::new, keeps);
        flags = new Shelf<>(boolean[]::new, keeps);
    }

    /** Room that serves again once it is {@linkplain #clear cleared}. */
    public static Room again() {
        return new Room(true);
    }

    /** All that has been given may be given again: nobody may look at it any more. */
    public void clear() {
        List.of(ints, longs, chars, bytes, flags).forEach(shelf -> shelf.given = 0);
    }

    /** So many numbers, whatever they are. */
    public int[] ints(int length) {
        return ints.take(length);
    }

    /** So many numbers, whatever they are. */
    public long[] longs(int length) {
        return longs.take(length);
    }

    /** So many numbers, whatever they are. */
    public char[] chars(int length) {
        return chars.take(length);
    }

    /** So many numbers, whatever they are. */
    public byte[] bytes(int length) {
        return bytes.take(length);
    }

    /** So many flags, whatever they are. */
    public boolean[] flags(int length) {
        return flags.take(length);
    }

    /** Arrays of one type. Blocks ask for the same ones in the same order, so each is kept at its place. */
    private static final class Shelf<T> {
        private final IntFunction<T> maker;
        private final boolean keeps;
        private final List<T> arrays = new ArrayList<>();
        private int given;

        Shelf(IntFunction<T> maker, boolean keeps) {
            this.maker = maker;
            this.keeps = keeps;
        }

        T take(int length) {
            if (!keeps) {
                return maker.apply(length);
            }
            if (given == arrays.size()) {
                arrays.add(maker.apply(length));
            } else if (Array.getLength(arrays.get(given)) != length) {
                arrays.set(given, maker.apply(length));
            }
            return arrays.get(given++);
        }
    }
}
