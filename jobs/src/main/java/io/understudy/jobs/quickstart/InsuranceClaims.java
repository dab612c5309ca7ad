package io.understudy.jobs.quickstart;

import io.understudy.jobs.table.Frames;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The built-in sample table {@code claims}: motor-insurance claims of invented customers, one row a claim.
 *
 * <p>Row r is a pure function of (seed, r): the table is the same under any partitioning, and the first n rows of a
 * longer table are the table of n rows. Customers claim 2.4 times on average. Times are UTC.
 */
public final class InsuranceClaims {
    /** Rows of the quickstart's table. */
    public static final long ROWS = 60_000;

    private InsuranceClaims() {}

    /** The columns with their comments; only columns that hold nulls are nullable. */
    public static StructType schema() {
        return new StructType(ClaimColumn.ALL.stream().map(ClaimColumn::field).toArray(StructField[]::new));
    }

    /**
     * The table, in as many partitions as the session runs tasks at a time.
     *
     * @param rows number of claims, 0 or more
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    public static Dataset<Row> table(SparkSession spark, long rows, long seed) {
        return table(spark, rows, seed, spark.sparkContext().defaultParallelism());
    }

    static Dataset<Row> table(SparkSession spark, long rows, long seed, int partitions) {
        if (rows < 0) {
            throw new IllegalArgumentException(
                    "The sample table cannot have " + rows + " rows: ask for 0 rows or more.");
        }
        StructType schema = schema();
        // A lenient encoder takes java.time values whatever spark.sql.datetime.java8API.enabled says. No encoder keeps
        // the
        // comments of the columns, and Spark's optimizer takes those of Dataset.to away before files are written.
        Dataset<Row> made = spark.range(0, rows, 1, partitions)
                .map((MapFunction<Long, Row>) row -> row(seed, row), RowEncoder.encoderFor(schema, true));
        return Frames.as(made, schema);
    }

    /** One row of the table, without Spark. */
    static Row row(long seed, long row) {
        Claim claim = Claim.of(seed, row);
        return RowFactory.create(
                ClaimColumn.ALL.stream().map(column -> column.value().of(claim)).toArray());
    }
}
