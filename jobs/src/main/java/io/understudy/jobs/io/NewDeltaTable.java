package io.understudy.jobs.io;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A Delta table where there is none yet, made of the files that wait: they are copied beside it, get a log, whose
 * statistics come from their footers, and appear with it in one rename.
 */
final class NewDeltaTable {
    private static final String NOTE = "spark.databricks.delta.commitInfo.userMetadata";

    private final SparkSession spark;
    private final Folder target;
    private final Folder publishing;

    private NewDeltaTable(SparkSession spark, Folder target, Folder publishing) {
        this.spark = spark;
        this.target = target;
        this.publishing = publishing;
    }

    static NewDeltaTable at(SparkSession spark, String path) {
        Folder target = Folder.of(spark, path);
        return new NewDeltaTable(spark, target, Folder.of(spark, target + ".publishing"));
    }

    /** Removes what a killed job left beside the table. */
    void mend() {
        publishing.delete();
    }

    /**
     * Publishes the files of a table if they can be a Delta table as they are.
     *
     * @param note what the table's history should say
     * @return whether they could; nothing has happened if not
     */
    boolean publish(Waiting waiting, String note) {
        if (waiting.files().isEmpty()
                || !target.renamesAtOnce()
                || !asItIs(waiting.rows().schema())) {
            return false;
        }
        // Delta remembers logs by their path within a session, so no two tables are made in the same place.
        Folder incoming = publishing.folder("incoming-" + UUID.randomUUID());
        Copies.copy(spark, waiting.files().get(), incoming);
        spark.conf().set(NOTE, note);
        try {
            DeltaTable.convertToDelta(spark, "parquet.`" + incoming.toString().replace("`", "``") + "`");
        } finally {
            spark.conf().unset(NOTE);
        }
        incoming.moveTo(target.toString());
        publishing.delete();
        return true;
    }

    /** Whether Delta reads the schema off Parquet files as it would take it from Spark. */
    private static boolean asItIs(StructType schema) {
        return Arrays.stream(schema.fields()).allMatch(NewDeltaTable::asItIs);
    }

    private static boolean asItIs(StructField field) {
        return field.nullable()
                && !field.dataType().equals(DataTypes.TimestampNTZType)
                && !DeltaPublisher.isAwkward(field.name());
    }
}
