package io.understudy.random;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The direction numbers of {@link Sobol}: for each bit of a point's number what it contributes to the point's value in one
 * dimension. Values are read from their last bit on: the first bit of the value is the lowest of the word.
 */
final class Directions {
    /** Points of one net, as a power of two. */
    static final int BITS = 12;

    private static final int LOW_BITS = 8;
    private static final int LOW = 1 << LOW_BITS;
    private static final int HEX = 16;

    private static final int[][] TABLES = tables();

    private Directions() {}

    /** How many dimensions there are direction numbers for. */
    static int dimensions() {
        return TABLES.length;
    }

    /** What {@link #value} looks values up in. */
    static int[] table(int dimension) {
        return TABLES[dimension];
    }

    /** The value of a point in the dimension of a table, its first bit lowest. */
    static int value(int[] table, int point) {
        return table[point & (LOW - 1)] ^ table[LOW + (point >>> LOW_BITS)];
    }

    private static int[][] tables() {
        try (InputStream in = Objects.requireNonNull(Directions.class.getResourceAsStream("directions.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines().map(Directions::table).toArray(int[][]::new);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int[] table(String line) {
        int[] directions = List.of(line.split(" ")).stream()
                .mapToInt(word -> Integer.parseInt(word, HEX))
                .toArray();
        int[] table = new int[LOW + (1 << (BITS - LOW_BITS))];
        for (int point = 0; point < table.length; point++) {
            int number = point < LOW ? point : (point - LOW) << LOW_BITS;
            for (int bit = 0; bit < BITS; bit++) {
                table[point] ^= directions[bit] & -((number >>> bit) & 1);
            }
        }
        return table;
    }
}
