package io.understudy.jobs.io;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Copies the Parquet files of a table on the executors, a task a file. What has been written once need not be decoded,
 * compressed and written again.
 */
final class Copies {
    private Copies() {}

    /**
     * One copied file.
     *
     * @param name     within its folder
     * @param bytes    its size
     * @param modified milliseconds since 1970
     * @param rows     in it
     */
    record Copied(String name, long bytes, long modified, long rows) implements Serializable {}

    /** Copies the files of a folder that readers of a table would see; those that are there already are replaced. */
    static List<Copied> copy(SparkSession spark, Folder from, Folder to) {
        List<String> names = from.dataFiles();
        to.make();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        String source = from.toString();
        String target = to.toString();
        return context.parallelize(names, Math.max(1, names.size()))
                .map(name -> copy(
                        new Path(source, name),
                        new Path(target, name),
                        hadoop.value().value()))
                .collect();
    }

    private static Copied copy(Path from, Path to, Configuration hadoop) throws IOException {
        FileUtil.copy(from.getFileSystem(hadoop), from, to.getFileSystem(hadoop), to, false, true, hadoop);
        FileStatus file = to.getFileSystem(hadoop).getFileStatus(to);
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop))) {
            return new Copied(to.getName(), file.getLen(), file.getModificationTime(), footer.getRecordCount());
        }
    }
}
