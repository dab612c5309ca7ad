package io.understudy.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class StandaloneClusterTest {

    @Test
    void aJobRunsOnTheExecutorsOfTwoWorkersWritesDeltaAndItsExitCodeComesBack(@TempDir Path folder) throws Exception {
        try (StandaloneCluster cluster = StandaloneCluster.start(2)) {
            StandaloneCluster.Ending ending =
                    cluster.submit(Counting.class, List.of("spark.sql.shuffle.partitions=2"), folder + "/table");

            assertThat(ending.output()).contains("rows: 1000", "executors: 2", "driver among them: false");
            assertThat(ending.exitCode()).isEqualTo(3);
        }
    }

    /** The job of this test: writes a Delta table, counts it and the JVMs that worked, and ends with exit code 3. */
    public static final class Counting {
        private Counting() {}

        public static void main(String[] arguments) {
            SparkSession spark = SparkSession.builder().getOrCreate();
            MapPartitionsFunction<Long, Long> pid = rows -> {
                Thread.sleep(1000); // long enough that one executor cannot take both tasks
                return List.of(ProcessHandle.current().pid()).iterator();
            };
            List<Long> executors = spark.range(0, 2, 1, 2)
                    .mapPartitions(pid, Encoders.LONG())
                    .distinct()
                    .collectAsList();
            spark.range(1000).write().format("delta").save(arguments[0]);

            System.out.println(
                    "rows: " + spark.read().format("delta").load(arguments[0]).count());
            System.out.println("executors: " + executors.size());
            System.out.println("driver among them: "
                    + executors.contains(ProcessHandle.current().pid()));
            System.exit(3);
        }
    }
}
