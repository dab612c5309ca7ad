package io.understudy.jobs.io;

import io.delta.tables.DeltaTable;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.OutputConflictException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/**
 * Publishes a Delta table in one commit. A second commit of the same transaction is applied once, so a retried job does
 * not append twice. Names that Delta refuses are kept by mapping columns, not by renaming them.
 */
final class DeltaPublisher implements Publisher {
    private static final String AWKWARD = " ,;{}()\n\t=";

    private final SparkSession spark;
    private final Output output;
    private final Transaction transaction;

    /**
     * What makes a commit known again.
     *
     * @param application the run, or what is asked for where runs have no name
     * @param version     increases from commit to commit of an application
     */
    record Transaction(String application, long version) {}

    DeltaPublisher(SparkSession spark, Output output, Transaction transaction) {
        this.spark = spark;
        this.output = output;
        this.transaction = transaction;
    }

    @Override
    public void check(StructType schema) {
        refuseUnknownTypes(schema);
        if (output.mode() == Output.Mode.ERROR && taken()) {
            throw new OutputConflictException("there is something at " + output.to()
                    + " already and output.mode is \"error\"; choose another place, or set output.mode to"
                    + " overwrite, append or replace-where");
        }
        if (output.mode() == Output.Mode.REPLACE_WHERE && !isDelta()) {
            throw new ConfigurationException("output.mode is \"replace-where\" but there is no Delta table at "
                    + output.to() + "; publish once with output.mode: overwrite first");
        }
        if (output.mode() != Output.Mode.ERROR && taken() && !isDelta()) {
            throw new OutputConflictException("what is at " + output.to()
                    + " is not a Delta table and is not replaced by one; choose another place");
        }
        if (output.mode() == Output.Mode.REPLACE_WHERE || (output.mode() == Output.Mode.APPEND && isDelta())) {
            refuseOtherSchema(schema);
        }
    }

    private void refuseUnknownTypes(StructType schema) {
        List<String> unknown = Arrays.stream(schema.fields())
                .filter(field -> field.dataType() instanceof YearMonthIntervalType
                        || field.dataType() instanceof DayTimeIntervalType)
                .map(DeltaPublisher::described)
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("Delta has no intervals, but the input has: " + String.join(", ", unknown)
                    + "; set output.format: parquet, or cast them with an input query");
        }
    }

    private static String described(StructField field) {
        return "\"" + field.name() + "\" (" + field.dataType().simpleString() + ")";
    }

    private void refuseOtherSchema(StructType schema) {
        StructType there = spark.table(name()).schema();
        List<String> wrong = Arrays.stream(schema.fields())
                .filter(field -> Arrays.stream(there.fields())
                        .noneMatch(other -> other.name().equalsIgnoreCase(field.name())
                                && other.dataType().equals(field.dataType())))
                .map(DeltaPublisher::described)
                .toList();
        if (!wrong.isEmpty()) {
            throw new OutputConflictException(
                    "the table at " + output.to() + " has no column " + String.join(", ", wrong)
                            + " for the synthetic rows to join; publish elsewhere or use output.mode: overwrite");
        }
    }

    /** The name by which Spark finds the table. */
    private String name() {
        return output.kind() == Output.Kind.TABLE
                ? output.to()
                : "delta.`" + output.to().replace("`", "``") + "`";
    }

    /** What no commit names is no part of a Delta table; only what waited for its first commit lies about. */
    @Override
    public void mend() {
        if (output.kind() == Output.Kind.PATH) {
            NewDeltaTable.at(spark, output.to()).mend();
        }
    }

    private boolean taken() {
        return output.kind() == Output.Kind.TABLE
                ? spark.catalog().tableExists(output.to())
                : Folder.of(spark, output.to()).exists();
    }

    private boolean isDelta() {
        return taken() && (output.kind() == Output.Kind.TABLE || DeltaTable.isDeltaTable(spark, output.to()));
    }

    /** Whether a table of that schema is there. Its NOT NULL columns stay so only if its schema is not overwritten. */
    private boolean isOf(StructType schema) {
        return isDelta() && spark.table(name()).schema().asNullable().equals(schema.asNullable());
    }

    @Override
    public void publish(Waiting waiting, Map<String, Object> provenance) {
        boolean fresh = output.kind() == Output.Kind.PATH && !taken();
        String note = new String(Json.bytes(provenance), StandardCharsets.UTF_8);
        if (fresh && NewDeltaTable.at(spark, output.to()).publish(waiting, new FirstCommit(transaction, note))) {
            return;
        }
        write(waiting.rows(), note);
    }

    private void write(Dataset<Row> table, String note) {
        DataFrameWriter<Row> writer = table.write()
                .format("delta")
                .mode(saveMode())
                .option("txnAppId", transaction.application())
                .option("txnVersion", transaction.version())
                .option("userMetadata", note);
        if (Arrays.stream(table.schema().fieldNames()).anyMatch(DeltaPublisher::isAwkward)) {
            writer = writer.option("delta.columnMapping.mode", "name");
        }
        if (output.mode() == Output.Mode.OVERWRITE && !isOf(table.schema())) {
            writer = writer.option("overwriteSchema", true);
        }
        save(
                output.replaceWhere().isEmpty()
                        ? writer
                        : writer.option("replaceWhere", output.replaceWhere().get()));
    }

    private void save(DataFrameWriter<Row> writer) {
        try {
            if (output.kind() == Output.Kind.TABLE) {
                writer.saveAsTable(output.to());
            } else {
                writer.save(output.to());
            }
        } catch (Exception e) {
            throw explain(e);
        }
    }

    private RuntimeException explain(Exception e) {
        String condition = e instanceof SparkThrowable known ? String.valueOf(known.getCondition()) : "";
        if (condition.startsWith("DELTA_CONCURRENT") || condition.startsWith("DELTA_PATH_EXISTS")) {
            return new OutputConflictException(
                    "another job wrote to " + output.to() + " at the same time; nothing was published, run again", e);
        }
        if (condition.startsWith("DELTA_REPLACE_WHERE_MISMATCH")) {
            return new OutputConflictException(
                    "synthetic rows fall outside output.replace-where; nothing was published; widen the predicate"
                            + " or use output.mode: overwrite");
        }
        if (condition.startsWith("DELTA_INVALID_CHARACTERS")) {
            return new OutputConflictException("the table at " + output.to()
                    + " does not map its columns, which names with blanks or commas need; publish elsewhere, or let it with"
                    + " ALTER TABLE " + name() + " SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')");
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    private SaveMode saveMode() {
        return switch (output.mode()) {
            case ERROR -> SaveMode.ErrorIfExists;
            case APPEND -> SaveMode.Append;
            case OVERWRITE, REPLACE_WHERE -> SaveMode.Overwrite;
        };
    }

    static boolean isAwkward(String name) {
        return name.chars().anyMatch(sign -> AWKWARD.indexOf(sign) >= 0);
    }
}
