package io.understudy.jobs.personal;

import io.understudy.random.Hash;
import io.understudy.random.RowNumbers;

/**
 * Which synthetic rows a block holds, as one column sees them.
 *
 * @param numbers which rows of the synthetic table
 * @param purpose another number for every column and use, so that their random bits have nothing in common
 */
record Rows(long seed, RowNumbers numbers, long purpose) {

    int count() {
        return numbers.count();
    }

    /** 64 random bits of a row of the block. */
    long bits(int row) {
        return Hash.combine(Hash.combine(seed, numbers.at(row)), purpose);
    }
}
