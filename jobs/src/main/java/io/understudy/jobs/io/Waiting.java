package io.understudy.jobs.io;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table that waits to be published.
 *
 * @param rows  under the schema to publish
 * @param files Parquet files that hold just these rows under these column names, if there are such
 */
public record Waiting(Dataset<Row> rows, Optional<Folder> files) {}
