package io.understudy.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.jobs.cli.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input, job and seed give the same rows on a laptop and on a cluster, whatever the files. */
@Tag("slow")
class SameRowsTest {
    private static final Path ADULT = Path.of(System.getProperty("understudy.data", ""), "adult", "train.parquet");

    @TempDir
    Path folder;

    @Test
    void oneCoreTwoCoresAndAClusterPublishTheSameRows() throws Exception {
        assumeTrue(Files.exists(ADULT), "the public tables are not here");
        Path one = parts("one", 1);
        Path seven = parts("seven", 7);
        try (StandaloneCluster cluster = StandaloneCluster.start(2)) {
            long[] onOneCore = run(cluster, "local[1]", one);
            long[] onTwoCores = run(cluster, "local[2]", seven);
            long[] onACluster = run(cluster, cluster.masterUrl(), seven);

            assertThat(onTwoCores).isEqualTo(onOneCore);
            assertThat(onACluster).isEqualTo(onOneCore);
        }
    }

    private Path parts(String name, int files) {
        Path path = folder.resolve(name);
        TestSpark.session()
                .read()
                .parquet(ADULT.toString())
                .repartition(files)
                .write()
                .parquet(path.toString());
        return path;
    }

    /** Runs a whole job; returns the number of rows published and what is left of them in no order. */
    private long[] run(StandaloneCluster cluster, String master, Path input) throws Exception {
        String name = master.replaceAll("\\W+", "-") + input.getFileName();
        Path job = folder.resolve(name + ".yaml");
        Files.writeString(job, """
                input: { path: %s, format: parquet }
                output: { path: %s }
                """.formatted(input, name));
        StandaloneCluster.Ending ending =
                cluster.submit(master, Main.class, List.of("spark.sql.shuffle.partitions=2"), "run", job.toString());
        assertThat(ending.exitCode()).as(ending.output()).isZero();
        return fingerprint(TestSpark.session()
                .read()
                .format("delta")
                .load(folder.resolve(name).toString()));
    }

    /** The count of rows, and two sums of their hashes that any other multiset of rows is most unlikely to share. */
    private static long[] fingerprint(Dataset<Row> table) {
        Column[] columns = Arrays.stream(table.columns()).map(table::col).toArray(Column[]::new);
        Column hash = functions.xxhash64(columns);
        Row sums = table.select(
                        functions.count(functions.lit(1)),
                        functions.sum(hash.bitwiseAND(functions.lit(0xFFFFFFFFL))),
                        functions.sum(functions.shiftrightunsigned(hash, Integer.SIZE)))
                .head();
        return new long[] {sums.getLong(0), sums.getLong(1), sums.getLong(2)};
    }
}
