package io.understudy.jobs.io;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Copies the data files of a table on the executors, a task a file. What has been written once need not be decoded,
 * compressed and written again.
 */
final class Copies {
    private Copies() {}

    /** Copies the files of a folder that readers of a table would see; those that are there already are replaced. */
    static void copy(SparkSession spark, Folder from, Folder to) {
        List<String> names = from.dataFiles();
        to.make();
        if (names.isEmpty()) {
            return;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        String source = from.toString();
        String target = to.toString();
        context.parallelize(names, names.size())
                .foreach(name -> copy(
                        new Path(source, name),
                        new Path(target, name),
                        hadoop.value().value()));
    }

    private static void copy(Path from, Path to, Configuration hadoop) throws java.io.IOException {
        FileUtil.copy(from.getFileSystem(hadoop), from, to.getFileSystem(hadoop), to, false, true, hadoop);
    }
}
