package io.understudy.jobs.stage;

import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * Opens the Spark session of a job. One that is running is taken as it is; a new one is what spark-submit set up, with Delta's
 * extension, and with Delta's catalog where no other one was chosen.
 */
public final class Sessions {
    private static final String EXTENSIONS = "spark.sql.extensions";
    private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";
    private static final String CATALOG = "spark.sql.catalog.spark_catalog";

    private Sessions() {}

    /** The running session, or a new one; local to this process where nothing says which master to use. */
    public static SparkSession open() {
        Option<SparkSession> running = SparkSession.getActiveSession().orElse(SparkSession::getDefaultSession);
        if (running.isDefined() && !running.get().sparkContext().isStopped()) {
            return running.get();
        }
        SparkSession.Builder builder =
                SparkSession.builder().appName("Understudy").config(EXTENSIONS, extensions(set(EXTENSIONS)));
        if (set(CATALOG).isEmpty()) {
            builder = builder.config(CATALOG, "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        }
        return (set("spark.master").isEmpty() ? builder.master("local[*]") : builder).getOrCreate();
    }

    /** What spark-submit was told, which it leaves in the properties of the process; empty if nothing. */
    private static String set(String key) {
        return System.getProperty(key, "");
    }

    /** The extensions that were chosen, and Delta's. */
    private static String extensions(String chosen) {
        if (chosen.isBlank()) {
            return DELTA;
        }
        return chosen.contains(DELTA) ? chosen : chosen + "," + DELTA;
    }
}
