package io.understudy.bench;

import io.understudy.jobs.stage.Sessions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * How long the whole assessment of a table takes against the exact search for the nearest rows of its synthetic rows, which is
 * its first part: building the indexes of the learned and the held-out rows, and looking up every synthetic row in both. Says
 * where the rest of the time goes, by what Spark's jobs are called.
 *
 * <p>Arguments: {@code FOLDER FORMAT [TABLE.parquet] [ROWS...]}, as those of {@link Scale}.
 */
public final class Assessments {
    private static final long ROWS = 1_000_000;

    private Assessments() {}

    public static void main(String[] args) {
        List<String> rest = Arrays.asList(args).subList(2, args.length);
        Optional<String> like =
                rest.stream().filter(word -> !Scale.isNumber(word)).findFirst();
        List<Long> sizes =
                rest.stream().filter(Scale::isNumber).map(Long::parseLong).toList();
        SparkSession spark = Sessions.open();
        for (long rows : sizes.isEmpty() ? List.of(ROWS) : sizes) {
            Path place = Path.of(args[0]).resolve("rows-" + rows);
            measure(spark, new Bench(spark, place, Bench.made(spark, like, rows, place), args[1], "same"), rows);
        }
        spark.stop();
    }

    private static void measure(SparkSession spark, Bench bench, long rows) {
        bench.draw();
        JobTimes times = new JobTimes();
        spark.sparkContext().addSparkListener(times);
        Cost cost = bench.assess(System.err::println);
        spark.sparkContext().removeSparkListener(times);
        double search = times.search();
        System.out.printf(
                Locale.ROOT,
                "%,d rows: assessment %.1f s (%.1f s of cores), nearest rows of the synthetic ones %.1f s, ratio %.2f%n",
                rows,
                cost.wall(),
                cost.cpu(),
                search,
                cost.wall() / search);
        times.byName()
                .forEach((name, seconds) -> System.out.printf(
                        Locale.ROOT, "%10.1f s %6.1f s of cores  %s%n", seconds.wall(), seconds.cores(), name));
    }
}
