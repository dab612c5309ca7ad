package io.understudy.jobs.personal;

import io.understudy.random.Hash;

/**
 * Which synthetic rows a block holds, as one column sees them.
 *
 * @param first   index of the block's first row in the synthetic table
 * @param purpose another number for every column and use, so that their random bits have nothing in common
 */
record Rows(long seed, long first, int count, long purpose) {

    /** 64 random bits of a row of the block. */
    long bits(int row) {
        return Hash.combine(Hash.combine(seed, first + row), purpose);
    }
}
