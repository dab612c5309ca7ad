package io.understudy.bench;

import io.understudy.jobs.stage.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * How long a job takes against copying the same table, in one session and by turns, at growing numbers of rows.
 *
 * <p>A copy reads a Parquet table and writes it as Parquet. A job profiles and fits the table, draws as many synthetic
 * rows and publishes them; the session's start and the assessment are left out. Rounds alternate after one that warms up,
 * and every figure is a median over them: on a busy machine only the ratios mean something.
 *
 * <p>Arguments: {@code FOLDER FORMAT [TABLE.parquet] [ROWS...]}. The measured table is drawn from a model of the given
 * one, or generated like the quickstart's.
 */
public final class Scale {
    private static final int ROUNDS = 3;
    private static final long ROWS = 1_000_000;
    private static final String LINE = "%12s  %-9s%s";

    private final SparkSession spark;
    private final Path folder;
    private final String format;

    private Scale(SparkSession spark, Path folder, String format) {
        this.spark = spark;
        this.folder = folder;
        this.format = format;
    }

    public static void main(String[] args) {
        List<String> rest = Arrays.asList(args).subList(2, args.length);
        Optional<String> table = rest.stream().filter(word -> !isNumber(word)).findFirst();
        List<Long> rows =
                rest.stream().filter(Scale::isNumber).map(Long::parseLong).toList();
        SparkSession spark = Sessions.open();
        new Scale(spark, Path.of(args[0]), args[1]).measure(table, rows.isEmpty() ? List.of(ROWS) : rows);
        spark.stop();
    }

    static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private void measure(Optional<String> like, List<Long> sizes) {
        List<String> lines = new ArrayList<>(List.of(LINE.formatted("rows", "seconds", Round.HEADER)));
        for (long rows : sizes) {
            Path place = folder.resolve("rows-" + rows);
            Bench bench = new Bench(spark, place, Bench.made(spark, like, rows, place), format, "same");
            bench.round();
            Round median =
                    Round.median(Stream.generate(bench::round).limit(ROUNDS).toList());
            lines.add(LINE.formatted(rows, "elapsed", median.line(Cost::wall)));
            lines.add(LINE.formatted(rows, "of cores", median.line(Cost::cpu)));
            lines.add(LINE.formatted(rows, "hash", "   " + hash(bench.synthetic())));
        }
        System.out.println(String.join(System.lineSeparator(), lines));
    }

    /** The same for the same multiset of rows: a change that is only meant to be faster leaves it alone. */
    private static String hash(Dataset<Row> rows) {
        Column[] columns = Arrays.stream(rows.columns())
                .map(name -> rows.col("`" + name + "`"))
                .toArray(Column[]::new);
        Column halved = functions.shiftrightunsigned(functions.xxhash64(columns), Integer.SIZE);
        return Long.toHexString(rows.agg(functions.sum(halved)).head().getLong(0));
    }
}
