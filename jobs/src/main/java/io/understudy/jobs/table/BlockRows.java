package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.schema.Column;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.types.StructType;

/** The rows of raw blocks in Spark's form. One row object serves them all: a consumer that keeps rows must copy them. */
final class BlockRows implements Iterator<InternalRow> {
    private final Iterator<RawBlock> blocks;
    private final List<CellWriter> writers;
    private final InternalRow row;
    private int next;
    private int rows;

    BlockRows(List<Column> columns, StructType schema, Iterator<RawBlock> blocks) {
        this.blocks = blocks;
        this.writers =
                columns.stream().map(column -> CellWriter.of(column.type())).toList();
        this.row = new SpecificInternalRow(schema);
    }

    @Override
    public boolean hasNext() {
        while (next == rows && blocks.hasNext()) {
            RawBlock block = blocks.next();
            for (int c = 0; c < writers.size(); c++) {
                writers.get(c).open(block.columns().get(c));
            }
            rows = block.rows();
            next = 0;
        }
        return next < rows;
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        for (int c = 0; c < writers.size(); c++) {
            writers.get(c).write(next, row, c);
        }
        next++;
        return row;
    }
}
