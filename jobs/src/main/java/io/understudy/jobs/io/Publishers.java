package io.understudy.jobs.io;

import io.understudy.jobs.job.Output;
import org.apache.spark.sql.SparkSession;

/** Chooses how to publish. */
public final class Publishers {
    private Publishers() {}

    /**
     * The publisher for an output.
     *
     * @param beside      a folder near the output for what must be written before it is renamed
     * @param application names the run, so that a commit that is tried again is applied once
     * @param version     of the run, increasing
     */
    public static Publisher of(SparkSession spark, Output output, Folder beside, String application, long version) {
        return output.format() == Output.Format.DELTA
                ? new DeltaPublisher(spark, output, new DeltaPublisher.Transaction(application, version))
                : new ParquetPublisher(spark, output, beside);
    }
}
