package io.understudy.jobs.io;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A Delta table where there is none yet, made of the files that wait: they are copied beside it, get a log and
 * appear with it in one rename.
 *
 * <p>Delta's own ways to do this, writing every row again or converting a folder, take as long as drawing the rows, or
 * some ten jobs whatever the size.
 */
final class NewDeltaTable {
    private static final String DEFAULTS = "spark.databricks.delta.properties.defaults.";

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
     * @return whether they could; nothing has happened if not
     */
    boolean publish(Waiting waiting, FirstCommit commit) {
        StructType schema = waiting.rows().schema();
        if (waiting.files().isEmpty() || !target.renamesAtOnce() || hasDefaults() || !asItIs(schema)) {
            return false;
        }
        Folder incoming = publishing.folder("incoming");
        List<Copies.Copied> files = Copies.copy(spark, waiting.files().get(), incoming);
        incoming.folder("_delta_log").write(FirstCommit.NAME, commit.of(schema, files, System.currentTimeMillis()));
        incoming.moveTo(target.toString());
        publishing.delete();
        return true;
    }

    /** Whether the session gives new tables properties of their own, which Delta knows how to follow. */
    private boolean hasDefaults() {
        return CollectionConverters.asJava(spark.conf().getAll()).keySet().stream()
                .anyMatch(key -> key.startsWith(DEFAULTS));
    }

    /** Whether a table of this schema needs no feature of Delta that a plain table lacks. */
    private static boolean asItIs(StructType schema) {
        return Arrays.stream(schema.fields()).allMatch(NewDeltaTable::asItIs);
    }

    private static boolean asItIs(StructField field) {
        return field.nullable() && !field.dataType().equals(DataTypes.TimestampNTZType);
    }
}
