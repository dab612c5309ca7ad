package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.schema.Column;
import io.understudy.stat.RowSample;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;

/**
 * Rows with numbers of copies. Nothing is held: every pass reads the source again.
 *
 * @param columns in table order
 * @param batches their cells
 */
public record CopiedRows(List<Column> columns, JavaRDD<Batch> batches) {
    /** As many rows as a block may have that copies are written to. */
    private static final int BLOCK = 1 << 16;

    /**
     * Some rows.
     *
     * @param copies   of each row, 0 where it stands for too little to have one
     * @param entities a hash of whose row each is
     */
    record Batch(RawBlock rows, int[] copies, long[] entities) {

        Batch where(double fraction, long seed, boolean held) {
            int[] positions = new int[copies.length];
            int count = 0;
            for (int row = 0; row < copies.length; row++) {
                if (RowSample.drawn(entities[row], 0, fraction, seed) == held) {
                    positions[count++] = row;
                }
            }
            int[] selected = Arrays.copyOf(positions, count);
            return new Batch(
                    rows.select(selected, count),
                    Arrays.stream(selected).map(row -> copies[row]).toArray(),
                    Arrays.stream(selected).mapToLong(row -> entities[row]).toArray());
        }

        RawBlock once() {
            int[] positions = new int[copies.length];
            int count = 0;
            for (int row = 0; row < copies.length; row++) {
                if (copies[row] > 0) {
                    positions[count++] = row;
                }
            }
            return rows.select(positions, count);
        }

        /** In blocks that are not too large, however many copies one row has. */
        Iterator<RawBlock> all() {
            return new Copies(this);
        }
    }

    /** Walks through the copies of some rows. */
    private static final class Copies implements Iterator<RawBlock> {
        private final Batch batch;
        private final int[] positions = new int[BLOCK];
        private int row;
        private int given;

        Copies(Batch batch) {
            this.batch = batch;
            skip();
        }

        private void skip() {
            while (row < batch.copies.length && given == batch.copies[row]) {
                row++;
                given = 0;
            }
        }

        @Override
        public boolean hasNext() {
            return row < batch.copies.length;
        }

        @Override
        public RawBlock next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int count = 0;
            while (hasNext() && count < BLOCK) {
                positions[count++] = row;
                given++;
                skip();
            }
            return batch.rows.select(positions, count);
        }
    }

    /** Rows on two sides, all copies of an entity on one. */
    public record Split(CopiedRows train, CopiedRows holdout) {}

    /** Holds out a share of the entities, by hashes of them and never by their place. */
    public Split split(double fraction, long seed) {
        return new Split(
                new CopiedRows(columns, batches.map(batch -> batch.where(fraction, seed, false))),
                new CopiedRows(columns, batches.map(batch -> batch.where(fraction, seed, true))));
    }

    /** Every copy. */
    public SourceRows all() {
        return new SourceRows(columns, batches.flatMap(Batch::all));
    }

    /** Every row that has a copy, once. */
    public SourceRows once() {
        return new SourceRows(columns, batches.map(Batch::once));
    }

    /**
     * How the copies are spread over entities. One pass.
     *
     * @param most how many of the largest entities to look at
     */
    public Clusters clusters(int most) {
        return Clusters.of(batches, most);
    }
}
