package io.understudy.jobs.io;

import io.understudy.jobs.job.Output;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Chooses how to publish. */
public final class Publishers {
    private Publishers() {}

    /**
     * The publisher for an output.
     *
     * @param application names the run, so that a commit that is tried again is applied once
     * @param version     of the run, increasing
     */
    public static Publisher of(SparkSession spark, Output output, String application, long version) {
        return output.format() == Output.Format.DELTA
                ? new DeltaPublisher(spark, output, new DeltaPublisher.Transaction(application, version))
                : new ParquetPublisher(spark, output);
    }

    /** Where the files of a published table lie; empty for a table of the catalog that does not exist yet. */
    public static Optional<Folder> place(SparkSession spark, Output output) {
        if (output.kind() == Output.Kind.PATH) {
            return Optional.of(Folder.of(spark, output.to()));
        }
        return spark.catalog().tableExists(output.to())
                ? Optional.of(Folder.of(
                        spark,
                        spark.sql("describe detail " + output.to())
                                .select("location")
                                .head()
                                .getString(0)))
                : Optional.empty();
    }
}
