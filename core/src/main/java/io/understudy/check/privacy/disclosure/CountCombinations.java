package io.understudy.check.privacy.disclosure;

import io.understudy.domain.Block;
import io.understudy.random.Hash;
import io.understudy.stat.Statistic;
import java.util.List;

/**
 * Counts the rows of every combination of quasi-identifiers, and of every value of a sensitive column within it: one pass.
 *
 * @param quasiIdentifiers variables
 * @param most             entries that are kept at most
 */
record CountCombinations(List<Integer> quasiIdentifiers, List<Sensitive> sensitive, int most)
        implements Statistic<Combinations, Combinations> {
    private static final int CODE_BITS = 32;

    /** The value under which the rows of a combination are counted as such. */
    static final long ROWS = 0;

    /** The value under which those rows of a combination are counted that are not their entity's first there. */
    static final long REPEATS = 1;

    /** The value that stands for a group of the sensitive column at this position. */
    static long value(int position, int group) {
        return (position + 1L) << CODE_BITS | group;
    }

    static int position(long value) {
        return (int) (value >>> CODE_BITS) - 1;
    }

    static int group(long value) {
        return (int) value;
    }

    @Override
    public Combinations zero() {
        return new Combinations(most);
    }

    @Override
    public Combinations add(Combinations state, Block block) {
        long[] hashes = hashes(block);
        for (long hash : hashes) {
            state.add(hash, ROWS, 1);
        }
        for (int position = 0; position < sensitive.size(); position++) {
            long[] values = values(block, position);
            for (int row = 0; row < hashes.length; row++) {
                state.add(hashes[row], values[row], 1);
            }
        }
        return state;
    }

    /** The value of every row in the sensitive column at a position. */
    long[] values(Block block, int position) {
        Sensitive column = sensitive.get(position);
        int[] codes = block.read(column.variable(), new int[block.rows()]);
        long[] values = new long[codes.length];
        for (int row = 0; row < codes.length; row++) {
            values[row] = value(position, column.groups().group(codes[row]));
        }
        return values;
    }

    /** The combination of every row. */
    long[] hashes(Block block) {
        long[] hashes = new long[block.rows()];
        int[] codes = new int[block.rows()];
        for (int variable : quasiIdentifiers) {
            block.read(variable, codes);
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = Hash.combine(hashes[row], codes[row]);
            }
        }
        return hashes;
    }

    @Override
    public Combinations merge(Combinations left, Combinations right) {
        return left.merge(right);
    }

    @Override
    public Combinations finish(Combinations state) {
        return state;
    }
}
