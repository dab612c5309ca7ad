package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Hash;
import io.understudy.stat.Blocks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import scala.Tuple2;

/**
 * Cuts rows into parts by their codes of a variable, so that all that have one code come into the same part. Rows that have
 * none, where code 0 stands for a missing value, are spread: they may be most.
 *
 * @param parts how many
 */
record Parting(Domain domain, int variable, int parts) implements Serializable {
    /** Rows that are cut at once, and that a part has on average: so many fit anywhere. */
    private static final int ROWS = 1 << 20;

    static Parting of(SparkTable table, int variable) {
        long needed = Math.max(table.blocks().getNumPartitions(), table.rows() / ROWS);
        return new Parting(table.domain(), variable, (int) Math.min(Math.max(1, needed), ROWS));
    }

    /** All rows of some blocks. */
    Block whole(Iterator<Block> blocks) {
        List<Block> all = new ArrayList<>();
        blocks.forEachRemaining(all::add);
        return Blocks.concatenate(domain, all);
    }

    /** The rows of some blocks, each with its part; many blocks are cut as one, lest pieces be small. */
    Iterator<Tuple2<Integer, Block>> part(Iterator<Block> blocks) {
        return new Pieces(blocks);
    }

    private Iterator<Tuple2<Integer, Block>> cut(Block block) {
        int[] codes = block.read(variable, new int[block.rows()]);
        int[] of = IntStream.range(0, codes.length)
                .map(row -> part(codes[row], row))
                .toArray();
        int[][] positions = positions(of);
        return IntStream.range(0, parts)
                .filter(part -> positions[part].length > 0)
                .mapToObj(part -> new Tuple2<>(part, block.select(positions[part], positions[part].length)))
                .iterator();
    }

    private int part(int code, int row) {
        boolean anywhere = code == 0 && domain.variable(variable).missing();
        return (int) Hash.below(Hash.mix(anywhere ? ~(long) row : code), parts);
    }

    private int[][] positions(int[] of) {
        int[] sizes = new int[parts];
        for (int part : of) {
            sizes[part]++;
        }
        int[][] positions = new int[parts][];
        Arrays.setAll(positions, part -> new int[sizes[part]]);
        for (int row = of.length - 1; row >= 0; row--) {
            positions[of[row]][--sizes[of[row]]] = row;
        }
        return positions;
    }

    /** Cuts as many blocks at once as have enough rows together. */
    private final class Pieces implements Iterator<Tuple2<Integer, Block>> {
        private final Iterator<Block> blocks;
        private Iterator<Tuple2<Integer, Block>> pieces = Collections.emptyIterator();

        private Pieces(Iterator<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            while (!pieces.hasNext() && blocks.hasNext()) {
                List<Block> next = new ArrayList<>();
                long rows = 0;
                while (rows < ROWS && blocks.hasNext()) {
                    Block block = blocks.next();
                    rows += block.rows();
                    next.add(block);
                }
                pieces = cut(Blocks.concatenate(domain, next));
            }
            return pieces.hasNext();
        }

        @Override
        public Tuple2<Integer, Block> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return pieces.next();
        }
    }
}
