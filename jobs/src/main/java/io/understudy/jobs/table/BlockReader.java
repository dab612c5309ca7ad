package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.schema.Column;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Turns Spark's rows into raw blocks, a few thousand rows at a time. */
final class BlockReader implements Iterator<RawBlock> {
    /** Rows a block: enough to make per-block work small, few enough for a block's columns to stay in a cache. */
    static final int ROWS = 4096;

    private final Iterator<InternalRow> rows;
    private final List<CellReader> readers;

    BlockReader(List<Column> columns, Iterator<InternalRow> rows) {
        this.rows = rows;
        this.readers = CellReader.of(columns, ROWS);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public RawBlock next() {
        if (!rows.hasNext()) {
            throw new NoSuchElementException();
        }
        CellReader[] cells = readers.toArray(CellReader[]::new);
        int count = 0;
        while (count < ROWS && rows.hasNext()) {
            InternalRow row = rows.next();
            for (int c = 0; c < cells.length; c++) {
                cells[c].read(row, c, count);
            }
            count++;
        }
        return new RawBlock(count, readers.stream().map(CellReader::take).toList());
    }
}
