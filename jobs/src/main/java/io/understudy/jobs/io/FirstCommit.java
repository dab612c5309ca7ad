package io.understudy.jobs.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The first commit of a Delta table: its schema and all of its files, in the actions of the Delta transaction log
 * protocol for readers of version 1 and writers of version 2; names that Delta refuses are mapped, which takes 2 and 5.
 *
 * <p>Of statistics it has the numbers of rows alone. Synthetic rows lie in random order, so every file spans the range of
 * every column and no reader could skip one for its least and largest values.
 *
 * @param transaction so that the same commit is not made twice
 * @param note        what the table's history should say
 */
record FirstCommit(DeltaPublisher.Transaction transaction, String note) {
    static final String NAME = "00000000000000000000.json";

    private static final String MAPPING = "delta.columnMapping.";

    /** The commit, an action a line. */
    byte[] of(StructType schema, List<Copies.Copied> files, long now) {
        boolean mapped = Arrays.stream(schema.fieldNames()).anyMatch(DeltaPublisher::isAwkward);
        Stream<Map<String, Object>> head =
                Stream.of(commit(files, now), protocol(mapped), schema(schema, mapped, now), once(now));
        return Stream.concat(head, files.stream().map(FirstCommit::add))
                .map(action -> new String(Json.bytes(action), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> protocol(boolean mapped) {
        return Map.of("protocol", Map.of("minReaderVersion", mapped ? 2 : 1, "minWriterVersion", mapped ? 5 : 2));
    }

    private Map<String, Object> commit(List<Copies.Copied> files, long now) {
        long rows = files.stream().mapToLong(Copies.Copied::rows).sum();
        return Map.of(
                "commitInfo",
                Map.of(
                        "timestamp",
                        now,
                        "operation",
                        "WRITE",
                        "operationParameters",
                        Map.of("mode", "ErrorIfExists", "partitionBy", "[]"),
                        "operationMetrics",
                        Map.of(
                                "numFiles", Integer.toString(files.size()),
                                "numOutputRows", Long.toString(rows)),
                        "isBlindAppend",
                        true,
                        "userMetadata",
                        note));
    }

    private static Map<String, Object> schema(StructType schema, boolean mapped, long now) {
        Map<String, Object> mapping =
                Map.of(MAPPING + "mode", "name", MAPPING + "maxColumnId", Integer.toString(schema.fields().length));
        return Map.of(
                "metaData",
                Map.of(
                        "id", UUID.randomUUID().toString(),
                        "format", Map.of("provider", "parquet", "options", Map.of()),
                        "schemaString", (mapped ? mapped(schema) : schema).json(),
                        "partitionColumns", List.of(),
                        "configuration", mapped ? mapping : Map.of(),
                        "createdTime", now));
    }

    /** Each column mapped to the name it has in the files: its own, so that readers of Parquet know it as well. */
    private static StructType mapped(StructType schema) {
        StructField[] fields = schema.fields().clone();
        for (int c = 0; c < fields.length; c++) {
            Metadata metadata = new MetadataBuilder()
                    .withMetadata(fields[c].metadata())
                    .putLong(MAPPING + "id", c + 1L)
                    .putString(MAPPING + "physicalName", fields[c].name())
                    .build();
            fields[c] = new StructField(fields[c].name(), fields[c].dataType(), fields[c].nullable(), metadata);
        }
        return new StructType(fields);
    }

    private Map<String, Object> once(long now) {
        return Map.of(
                "txn",
                Map.of("appId", transaction.application(), "version", transaction.version(), "lastUpdated", now));
    }

    private static Map<String, Object> add(Copies.Copied file) {
        return Map.of(
                "add",
                Map.of(
                        "path", file.name(),
                        "partitionValues", Map.of(),
                        "size", file.bytes(),
                        "modificationTime", file.modified(),
                        "dataChange", true,
                        "stats", "{\"numRecords\":" + file.rows() + "}"));
    }
}
