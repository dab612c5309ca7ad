package io.understudy.jobs.personal;

import io.understudy.random.Hash;
import java.util.random.RandomGenerator;

/**
 * The random numbers of one row and purpose, taken in order: SplitMix64 (Steele et al., OOPSLA 2014) from a start that is
 * a hash of (seed, row, purpose). One object serves all rows of a thread.
 */
final class RowRandom implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** Starts the numbers of a row anew. */
    void restart(long seed, long row, long purpose) {
        state = Hash.combine(Hash.combine(seed, row), purpose);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return Hash.mix(state);
    }

    /** A whole number from 0 to below {@code bound}. */
    long below(long bound) {
        return Hash.below(nextLong(), bound);
    }

    /** So many decimal digits. */
    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + below(10)));
        }
        return digits.toString();
    }
}
