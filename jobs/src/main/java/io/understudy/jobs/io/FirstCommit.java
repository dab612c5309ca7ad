package io.understudy.jobs.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/**
 * The first commit of a Delta table: its schema and all of its files, in the actions of the Delta transaction log
 * protocol for readers of version 1 and writers of version 2.
 *
 * <p>Of statistics it has the numbers of rows alone. Synthetic rows lie in random order, so every file spans the range of
 * every column and no reader could skip one for its least and largest values.
 *
 * @param transaction so that the same commit is not made twice
 * @param note        what the table's history should say
 */
record FirstCommit(DeltaPublisher.Transaction transaction, String note) {
    static final String NAME = "00000000000000000000.json";

    /** The commit, an action a line. */
    byte[] of(StructType schema, List<Copies.Copied> files, long now) {
        Stream<Map<String, Object>> head = Stream.of(commit(files, now), PROTOCOL, schema(schema, now), once(now));
        return Stream.concat(head, files.stream().map(FirstCommit::add))
                .map(action -> new String(Json.bytes(action), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static final Map<String, Object> PROTOCOL =
            Map.of("protocol", Map.of("minReaderVersion", 1, "minWriterVersion", 2));

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

    private static Map<String, Object> schema(StructType schema, long now) {
        return Map.of(
                "metaData",
                Map.of(
                        "id", UUID.randomUUID().toString(),
                        "format", Map.of("provider", "parquet", "options", Map.of()),
                        "schemaString", schema.json(),
                        "partitionColumns", List.of(),
                        "configuration", Map.of(),
                        "createdTime", now));
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
