package io.understudy.check.attack;

import io.understudy.random.Hash;
import io.understudy.random.Philox;

/**
 * The random choices of one guess, one after the other: a function of the seed and the guess's number.
 *
 * @see Philox
 */
final class Draws {
    private final long seed;
    private final long guess;
    private int next;

    Draws(long seed, long guess) {
        this.seed = seed;
        this.guess = guess;
    }

    /** A whole number, 0 .. bound-1. */
    int below(int bound) {
        return (int) (Philox.uniform(seed, guess, next++) * bound);
    }

    /** Some of the numbers 0 .. of-1, each at most once, in random order. */
    int[] distinct(int count, int of) {
        int[] numbers = new int[of];
        for (int i = 0; i < of; i++) {
            numbers[i] = i;
        }
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            int at = i + below(of - i);
            chosen[i] = numbers[at];
            numbers[at] = numbers[i];
        }
        return chosen;
    }

    /** A seed for draws of another kind. */
    static long seed(long seed, int kind) {
        return Hash.combine(seed, kind);
    }
}
