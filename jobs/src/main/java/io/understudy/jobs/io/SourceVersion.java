package io.understudy.jobs.io;

import io.delta.tables.DeltaTable;
import io.understudy.jobs.job.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Which state of a source was read: a Delta version, or a hash of the names, lengths and times of its files. */
public final class SourceVersion {
    private static final int SHOWN = 16;

    private SourceVersion() {}

    /** A text that changes when the source does; for queries and sources without files, a hash of the plan alone. */
    public static String of(SparkSession spark, Source source, Dataset<Row> opened) {
        if (source.kind() == Source.Kind.PATH && source.format().equals(java.util.Optional.of("delta"))) {
            return source.version()
                    .map(asked -> "delta " + asked)
                    .orElseGet(() -> "delta version " + newest(spark, source.from()));
        }
        MessageDigest digest = sha256();
        String[] files = opened.inputFiles();
        Arrays.sort(files);
        for (String file : files) {
            digest.update(state(spark, file).getBytes(StandardCharsets.UTF_8));
        }
        String hash = HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
        return files.length == 0 ? "unversioned" : files.length + " files " + hash;
    }

    private static long newest(SparkSession spark, String path) {
        return DeltaTable.forPath(spark, path)
                .history(1)
                .select("version")
                .head()
                .getLong(0);
    }

    private static String state(SparkSession spark, String file) {
        try {
            Path path = new Path(java.net.URI.create(file));
            FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            FileStatus status = files.getFileStatus(path);
            return file + '\n' + status.getLen() + '\n' + status.getModificationTime() + '\n';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest that identifies artifacts. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
