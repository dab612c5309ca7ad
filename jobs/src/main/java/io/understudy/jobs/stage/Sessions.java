package io.understudy.jobs.stage;

import org.apache.spark.sql.SparkSession;

/** Opens the Spark session of a job: the one spark-submit set up, with Delta's extensions. */
public final class Sessions {
    private Sessions() {}

    /** The running session, or a new one; local to this process where nothing says which master to use. */
    public static SparkSession open() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("Understudy")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        boolean submitted = System.getProperty("spark.master") != null;
        return (submitted ? builder : builder.master("local[*]")).getOrCreate();
    }
}
