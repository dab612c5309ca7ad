package io.understudy.jobs.io;

import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.OutputConflictException;
import java.util.Map;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Publishes a Parquet folder by renaming. Parquet has no transactions, so there is one moment, between two renames of an
 * overwrite, in which a killed job leaves no table; the next run puts the old one back before it does anything else.
 *
 * <p>Invariants: everything happens in {@code OUTPUT.publishing}, beside the output wherever the report goes, since a
 * rename must not leave the file system. There, {@code incoming} is never read by anyone; {@code replaced} exists only
 * while a swap is under way.
 */
final class ParquetPublisher implements Publisher {
    private final SparkSession spark;
    private final Output output;
    private final Folder target;
    private final Folder publishing;
    private final Folder incoming;
    private final Folder replaced;

    ParquetPublisher(SparkSession spark, Output output) {
        this.spark = spark;
        this.output = output;
        this.target = Folder.of(spark, output.to());
        this.publishing = Folder.of(spark, target + ".publishing");
        this.incoming = publishing.folder("incoming");
        this.replaced = publishing.folder("replaced");
    }

    @Override
    public void check(StructType schema) {
        refuseIfTaken();
    }

    private void refuseIfTaken() {
        if (output.mode() == Output.Mode.ERROR && (target.exists() || replaced.exists())) {
            throw new OutputConflictException("there is something at output.path " + output.to()
                    + " already and output.mode is \"error\"; choose another path, or set output.mode: overwrite");
        }
    }

    @Override
    public void mend() {
        if (replaced.exists() && !target.exists()) {
            replaced.moveTo(output.to());
        }
        publishing.delete();
    }

    @Override
    public void publish(Waiting table, Map<String, Object> provenance) {
        table.files()
                .ifPresentOrElse(
                        files -> Copies.copy(spark, files, incoming),
                        () -> table.rows().write().mode(SaveMode.Overwrite).parquet(incoming.toString()));
        refuseIfTaken();
        if (target.exists()) {
            target.moveTo(replaced.toString());
        }
        incoming.moveTo(output.to());
        publishing.delete();
    }
}
