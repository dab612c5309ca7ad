package io.understudy.jobs;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of the module's tests: local, two threads, with Delta; started when first asked for. */
public final class TestSpark {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("understudy-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .getOrCreate();

    private TestSpark() {}

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
