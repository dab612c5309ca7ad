package io.understudy.bench;

import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.file.JobFile;
import io.understudy.jobs.stage.Pipeline;
import io.understudy.jobs.stage.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What rows of a class of one in a thousand cost against as many plain rows: where the class leads the model, and where candidates are
 * weighed. In one session and by turns, after a round that warms up; figures are medians.
 *
 * <p>Arguments: {@code FOLDER TABLE.parquet [ROWS]}. The class is planted in a table of 200,000 rows like the given one.
 */
public final class Rare {
    private static final String JOB = """
            version: 1
            input: { path: '%s', format: parquet }
            model: { path: %s, condition-on: [%s] }
            output: { path: %s, format: parquet, mode: overwrite, rows: %d, conditions: %s }
            """;
    private static final String ASKED = "[ { where: planted = 1, share: 1 } ]";
    private static final int ROUNDS = 3;
    private static final long TABLE = 200_000;

    private final Path folder;
    private final String table;
    private final long rows;

    private Rare(Path folder, String table, long rows) {
        this.folder = folder;
        this.table = table;
        this.rows = rows;
    }

    public static void main(String[] args) {
        SparkSession spark = Sessions.open();
        Path folder = Path.of(args[0]).toAbsolutePath();
        String like = Path.of(args[1]).toAbsolutePath().toString();
        Dataset<Row> drawn = new Bench(spark, folder.resolve("like"), like, "parquet", Long.toString(TABLE))
                .draw()
                .synthetic();
        String table = folder.resolve("table").toString();
        Bench.write(drawn.withColumn("planted", planted()), table);
        long rows = args.length > 2 ? Long.parseLong(args[2]) : 1_000_000;
        new Rare(folder, table, rows).measure();
        spark.stop();
    }

    private static Column planted() {
        Column hash = functions.xxhash64(functions.monotonically_increasing_id());
        return functions
                .pmod(hash, functions.lit(1_000))
                .equalTo(functions.lit(7))
                .cast("int");
    }

    private void measure() {
        Pipeline plain = job("plain", "led", "planted", rows, "[]");
        Pipeline led = job("asked", "led", "planted", rows, ASKED);
        Pipeline other = job("weighed", "other", "", rows / 10, ASKED);
        Pipeline otherFit = job("fitted", "other", "", 1, "[]");
        for (Pipeline fitted : List.of(plain, otherFit)) {
            fitted.profile();
            fitted.fit();
        }
        List<Pipeline> sides = List.of(plain, led, other);
        sides.forEach(Pipeline::sample);
        List<Cost[]> rounds = Stream.generate(
                        () -> sides.stream().map(side -> Cost.of(side::sample)).toArray(Cost[]::new))
                .limit(ROUNDS)
                .toList();
        report("elapsed", rounds, Cost::wall);
        report("of cores", rounds, Cost::cpu);
    }

    private void report(String what, List<Cost[]> rounds, ToDoubleFunction<Cost> of) {
        double[] median = new double[rounds.get(0).length];
        Arrays.setAll(median, side -> {
            double[] figures = rounds.stream()
                    .mapToDouble(round -> of.applyAsDouble(round[side]))
                    .sorted()
                    .toArray();
            return figures[figures.length / 2];
        });
        System.out.printf(
                "%,d rows, seconds %s: plain %.2f, asked %.2f (%.2f times); a tenth of them weighed %.2f (%.1f times, a row)%n",
                rows, what, median[0], median[1], median[1] / median[0], median[2], 10 * median[2] / median[0]);
    }

    private Pipeline job(String name, String model, String led, long rows, String conditions) {
        String text = JOB.formatted(table, model, led, name, rows, conditions);
        try {
            Job job = JobFile.read(Files.writeString(folder.resolve(name + ".yaml"), text), List.of(), Map.of());
            return new Pipeline(job, line -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
