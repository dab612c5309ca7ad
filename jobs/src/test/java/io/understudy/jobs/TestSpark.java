package io.understudy.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the module's tests: local, two threads, with Delta; started when first asked for. */
public final class TestSpark {
    /** Where a sink of Spark's metrics writes when it is asked to. */
    public static final Path METRICS = folder("target/metrics");

    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("understudy-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.metrics.conf.driver.sink.csv.class", "org.apache.spark.metrics.sink.CsvSink")
            .config("spark.metrics.conf.driver.sink.csv.directory", METRICS.toString())
            .config("spark.metrics.conf.driver.sink.csv.period", "1")
            .config("spark.metrics.conf.driver.sink.csv.unit", "days")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .getOrCreate();

    private TestSpark() {}

    private static Path folder(String name) {
        try {
            return Files.createDirectories(Path.of(name)).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shared by all tests: do not stop it, and leave its configuration as it is (or take a {@code newSession()}). */
    public static SparkSession session() {
        return SESSION;
    }

    /** Does something while tables are read in partitions of so many bytes at most. */
    public static void inPartitionsOf(int bytes, Runnable what) {
        String key = "spark.sql.files.maxPartitionBytes";
        String before = SESSION.conf().get(key);
        SESSION.conf().set(key, Integer.toString(bytes));
        try {
            what.run();
        } finally {
            SESSION.conf().set(key, before);
        }
    }
}
