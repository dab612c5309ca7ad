package io.understudy.jobs.personal;

import io.understudy.random.Permutation;

/**
 * Where the numbers in a made-up value come from.
 *
 * @param random   this row's
 * @param row      index of the row in the synthetic table
 * @param key      the same for all rows of a column
 * @param distinct whether numbers should not repeat over rows, as long as there are enough
 */
record Numbers(RowRandom random, long row, long key, boolean distinct) {

    /** A number from 0 to below {@code capacity}. */
    long below(long capacity) {
        return distinct ? new Permutation(key, capacity).at(row) : random.below(capacity);
    }

    /** So many decimal digits, 1 to 18, as one number. */
    String digits(int count) {
        String number = Long.toString(below(power(count)));
        return "0".repeat(count - number.length()) + number;
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
