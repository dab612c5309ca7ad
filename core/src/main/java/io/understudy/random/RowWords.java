package io.understudy.random;

import java.util.HashMap;
import java.util.Map;

/**
 * Random words of some rows, one after the other, each asked for at most once. As {@link Philox} makes words by fours, the
 * others are kept until they are asked for.
 */
public final class RowWords {
    private final long seed;
    private final RowNumbers rows;
    private final Map<Integer, int[][]> made = new HashMap<>();

    public RowWords(long seed, RowNumbers rows) {
        this.seed = seed;
        this.rows = rows;
    }

    /** 32 random bits a row: word {@code number} of its sequence. Of the draw {@code d}, the upper half is word {@code 2d}. */
    public int[] of(int number) {
        int permutation = number / Philox.WORDS;
        return made.computeIfAbsent(permutation, this::make)[number % Philox.WORDS];
    }

    private int[][] make(int permutation) {
        int[][] words = new int[Philox.WORDS][rows.count()];
        Philox.fillWords(seed, rows, permutation, words);
        return words;
    }
}
