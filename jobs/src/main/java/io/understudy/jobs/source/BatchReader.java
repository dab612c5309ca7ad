package io.understudy.jobs.source;

import io.understudy.domain.Room;
import io.understudy.jobs.fitted.Projection;
import io.understudy.jobs.table.CellVector;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawBlock;
import java.util.List;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Draws a share of a table, one batch after the other. The same batch object serves them all. */
final class BatchReader implements PartitionReader<ColumnarBatch> {
    /** Few enough for a batch to stay in cache. */
    private static final int ROWS = 8192;

    private final Projection projection;
    private final CellVector[] vectors;
    private final ColumnarBatch batch;
    private final Room room = Room.again();
    private final long to;
    private long next;
    private long wanted;

    BatchReader(Projection projection, List<Readers.Field> fields, DrawnScan.Share share, long limit) {
        this.projection = projection;
        this.vectors = fields.stream().map(Readers.Field::vector).toArray(CellVector[]::new);
        this.batch = new ColumnarBatch(vectors.clone());
        this.next = share.from();
        this.to = share.to();
        this.wanted = limit;
    }

    /** Goes on to the next batch that holds a row. */
    @Override
    public boolean next() {
        while (wanted > 0 && next < to) {
            int rows = (int) Math.min(ROWS, to - next);
            RawBlock drawn = draw(rows);
            next += rows;
            if (drawn.rows() > 0) {
                show(drawn);
                return true;
            }
        }
        return false;
    }

    /** Nobody looks at the batch before this one any more. */
    private RawBlock draw(int rows) {
        room.clear();
        return projection.draw(RowNumbers.run(next, rows), room);
    }

    private void show(RawBlock drawn) {
        int rows = (int) Math.min(wanted, drawn.rows());
        wanted -= rows;
        for (int c = 0; c < vectors.length; c++) {
            vectors[c].open(drawn.columns().get(c), rows);
        }
        batch.setNumRows(rows);
    }

    @Override
    public ColumnarBatch get() {
        return batch;
    }

    @Override
    public void close() {
        for (ColumnVector vector : vectors) {
            vector.close();
        }
    }
}
