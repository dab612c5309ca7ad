package io.understudy.jobs.table;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Datasets over Spark's internal rows, without a detour over row objects. */
public final class Frames {
    private static final String DELTA = "delta.";
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_ ./&%#+:'-]+");

    private Frames() {}

    /** A column's name as Spark's SQL takes it, whatever characters it has. */
    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static Dataset<Row> of(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows.rdd(), schema, false);
    }

    /** The same rows under another schema of the same types: other names, comments and nullability. */
    public static Dataset<Row> as(Dataset<Row> dataset, StructType schema) {
        return of(dataset.sparkSession(), dataset.queryExecution().toRdd().toJavaRDD(), schema);
    }

    /** Whether every file format takes the names of a schema as they are. */
    public static boolean hasPlainNames(StructType schema) {
        return Arrays.stream(schema.fieldNames())
                .allMatch(name -> PLAIN.matcher(name).matches());
    }

    /** Names that every file format takes: the table's own, or others in their place for files that only we read. */
    public static StructType plainNames(StructType schema) {
        if (hasPlainNames(schema)) {
            return schema;
        }
        StructField[] fields = schema.fields();
        StructField[] plain = new StructField[fields.length];
        for (int c = 0; c < fields.length; c++) {
            plain[c] = new StructField("c" + c, fields[c].dataType(), fields[c].nullable(), Metadata.empty());
        }
        return new StructType(plain);
    }

    /** A table's schema without what a Delta table has noted in it for its own use. */
    public static StructType published(StructType schema) {
        StructField[] fields = schema.fields().clone();
        for (int c = 0; c < fields.length; c++) {
            MetadataBuilder metadata = new MetadataBuilder().withMetadata(fields[c].metadata());
            for (String key : scala.jdk.javaapi.CollectionConverters.asJava(
                    fields[c].metadata().map().keySet())) {
                if (key.startsWith(DELTA)) {
                    metadata.remove(key);
                }
            }
            fields[c] = new StructField(fields[c].name(), fields[c].dataType(), fields[c].nullable(), metadata.build());
        }
        return new StructType(fields);
    }
}
