package io.understudy.stat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import java.util.List;

/** Puts blocks together. */
public final class Blocks {
    private Blocks() {}

    /** One block of all rows, in the order of the blocks; at most 2^31 rows. */
    public static Block concatenate(Domain domain, List<Block> blocks) {
        int rows = Math.toIntExact(blocks.stream().mapToLong(Block::rows).sum());
        Block whole = Block.empty(domain, 0, rows);
        int[] column = new int[rows];
        for (int v = 0; v < domain.width(); v++) {
            int at = 0;
            for (Block block : blocks) {
                int[] part = block.read(v, new int[block.rows()]);
                System.arraycopy(part, 0, column, at, part.length);
                at += part.length;
            }
            whole.write(v, column);
        }
        return whole;
    }

    /**
     * The rows that have one of some codes.
     *
     * @param codes of a variable, as a bit set
     */
    public static Block where(Block block, int variable, long[] codes) {
        int[] column = block.read(variable, new int[block.rows()]);
        int[] rows = new int[column.length];
        int count = 0;
        for (int row = 0; row < column.length; row++) {
            rows[count] = row;
            count += (int) (codes[column[row] >> 6] >>> column[row]) & 1;
        }
        return block.select(rows, count);
    }
}
