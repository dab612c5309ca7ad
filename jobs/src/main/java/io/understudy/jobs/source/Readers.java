package io.understudy.jobs.source;

import io.understudy.jobs.fitted.Projection;
import io.understudy.jobs.table.CellVector;
import io.understudy.schema.ColumnType;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Makes readers where rows are drawn.
 *
 * @param projection shared by the tasks of an executor
 * @param fields     what Spark gets
 * @param limit      rows after which a reader may stop
 */
record Readers(Broadcast<Projection> projection, List<Field> fields, long limit) implements PartitionReaderFactory {

    /** A column as Understudy and as Spark know it. */
    record Field(ColumnType type, DataType spark) implements Serializable {
        CellVector vector() {
            return CellVector.of(type, spark);
        }
    }

    @Override
    public boolean supportColumnarReads(InputPartition partition) {
        return true;
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
        return new BatchReader(projection.value(), fields, (DrawnScan.Share) partition, limit);
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        throw new UnsupportedOperationException("rows are drawn in batches of columns");
    }
}
