package io.understudy.jobs.source;

import io.understudy.jobs.fitted.Condition;
import io.understudy.schema.Column;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One reading of a table. Rows come in order of their numbers, partition after partition.
 *
 * @param readSchema what Spark gets
 */
record DrawnScan(DrawnTable table, StructType readSchema, Asked asked)
        implements Scan, Batch, SupportsReportStatistics {
    private static final long ROWS_PER_PARTITION = 1_000_000;

    /**
     * What is read of a table.
     *
     * @param columns positions in the table
     * @param where   which rows
     * @param limit   no more rows than these are needed
     */
    record Asked(List<Integer> columns, Condition where, long limit) {
        boolean filters() {
            return !where.columns().isEmpty();
        }
    }

    /** Rows {@code from .. to-1} of the table. */
    record Share(long from, long to) implements InputPartition {}

    @Override
    public String description() {
        return table.name() + ", " + rows() + " rows with seed " + table.asked().seed()
                + (asked.filters() ? ", filtered while drawn" : "")
                + (table.clear() ? "" : ", made-up values may be real ones by chance");
    }

    /** Rows to draw: without a filter no more than the limit. */
    private long rows() {
        return asked.filters() ? table.rows() : Math.min(table.rows(), asked.limit());
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        long rows = rows();
        int parts = table.asked().partitions().orElseGet(() -> usual(rows));
        return LongStream.range(0, parts)
                .mapToObj(part -> new Share(split(rows, part, parts), split(rows, part + 1, parts)))
                .filter(share -> share.from() < share.to())
                .toArray(InputPartition[]::new);
    }

    /** Where the share of a partition begins: without overflow, however many rows there are. */
    private static long split(long rows, long part, long parts) {
        return rows / parts * part + rows % parts * part / parts;
    }

    private static int usual(long rows) {
        int parallel = context().defaultParallelism();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(parallel, (rows - 1) / ROWS_PER_PARTITION + 1));
    }

    private static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        List<Column> all = table.drawing().codec().columns();
        List<Readers.Field> fields = asked.columns().stream()
                .map(c -> new Readers.Field(
                        all.get(c).type(), table.rowType().fields()[c].dataType()))
                .toList();
        return new Readers(
                context().broadcast(table.drawing().project(asked.columns(), asked.where())), fields, asked.limit());
    }

    @Override
    public Statistics estimateStatistics() {
        long bytes = Arrays.stream(readSchema.fields())
                .map(StructField::dataType)
                .mapToLong(DataType::defaultSize)
                .sum();
        return new Size(Math.min(table.rows(), asked.limit()), Math.max(1, bytes));
    }

    /** How much there is to read; of rows that a filter leaves out nothing is known in advance. */
    private record Size(long rows, long rowBytes) implements Statistics {
        @Override
        public OptionalLong numRows() {
            return OptionalLong.of(rows);
        }

        @Override
        public OptionalLong sizeInBytes() {
            return OptionalLong.of(rows > Long.MAX_VALUE / rowBytes ? Long.MAX_VALUE : rows * rowBytes);
        }
    }
}
