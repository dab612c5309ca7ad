package io.understudy.jobs.io;

import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.OutputConflictException;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Publishes a Parquet folder by renaming. Parquet has no transactions, so there is one moment, between two renames of an
 * overwrite, in which a killed job leaves no table; the next run puts the old one back before it does anything else.
 *
 * <p>Invariants: {@code incoming} is never read by anyone; {@code replaced} exists only while a swap is under way.
 */
final class ParquetPublisher implements Publisher {
    private final Output output;
    private final Folder target;
    private final Folder incoming;
    private final Folder replaced;

    /** @param beside a folder on the same file system in which to write first */
    ParquetPublisher(SparkSession spark, Output output, Folder beside) {
        this.output = output;
        this.target = Folder.of(spark, output.to());
        this.incoming = beside.folder("incoming");
        this.replaced = beside.folder("replaced");
    }

    @Override
    public void prepare() {
        incoming.delete();
        if (replaced.exists()) {
            if (target.exists()) {
                replaced.delete();
            } else {
                replaced.moveTo(output.to());
            }
        }
        refuseIfTaken();
    }

    private void refuseIfTaken() {
        if (output.mode() == Output.Mode.ERROR && target.exists()) {
            throw new OutputConflictException("there is something at output.path " + output.to()
                    + " already and output.mode is \"error\"; choose another path, or set output.mode: overwrite");
        }
    }

    @Override
    public void publish(Dataset<Row> table, Map<String, Object> provenance) {
        table.write().mode(SaveMode.Overwrite).parquet(incoming.toString());
        refuseIfTaken();
        if (target.exists()) {
            target.moveTo(replaced.toString());
        }
        incoming.moveTo(output.to());
        replaced.delete();
    }
}
