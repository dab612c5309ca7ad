package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Turns Spark's columnar batches, which its readers of Parquet and ORC use again and again, into raw blocks. */
final class BatchReader implements Iterator<RawBlock> {
    private final List<Column> columns;
    private final Iterator<ColumnarBatch> batches;
    private List<CellReader> readers;
    private int most;

    BatchReader(List<Column> columns, Iterator<ColumnarBatch> batches) {
        this.columns = columns;
        this.batches = batches;
        this.most = BlockReader.ROWS;
        this.readers = CellReader.of(columns, most);
    }

    @Override
    public boolean hasNext() {
        return batches.hasNext();
    }

    @Override
    public RawBlock next() {
        ColumnarBatch batch = batches.next();
        int rows = batch.numRows();
        if (rows > most) {
            most = rows;
            readers = CellReader.of(columns, most);
        }
        List<RawColumn> cells = new ArrayList<>();
        for (int c = 0; c < readers.size(); c++) {
            cells.add(readers.get(c).read(batch.column(c), rows));
        }
        return new RawBlock(rows, cells);
    }
}
