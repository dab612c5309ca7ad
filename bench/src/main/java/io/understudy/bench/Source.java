package io.understudy.bench;

import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ModelPlace;
import io.understudy.jobs.stage.Sessions;
import io.understudy.model.bayes.BayesianNetwork;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * How long drawing rows through the data source takes against making as many uniform numbers, in one session and by turns,
 * without writing anything; and what is saved where only the first two columns of the model's order are wanted.
 *
 * <p>Arguments: {@code FOLDER TABLE.parquet [ROWS]}. The model is that of the table; of everything one round warms up, and
 * figures are medians of those after it.
 */
public final class Source {
    private static final int ROUNDS = 3;
    private static final long ROWS = 5_000_000;

    private final SparkSession spark;
    private final String model;
    private final long rows;

    private Source(SparkSession spark, String model, long rows) {
        this.spark = spark;
        this.model = model;
        this.rows = rows;
    }

    public static void main(String[] args) {
        SparkSession spark = Sessions.open();
        Path folder = Path.of(args[0]).toAbsolutePath();
        String table = Path.of(args[1]).toAbsolutePath().toString();
        new Bench(spark, folder, table, "parquet", "1000").draw();
        long rows = args.length > 2 ? Long.parseLong(args[2]) : ROWS;
        new Source(spark, folder.resolve("synthetic.understudy").toString(), rows).measure();
        spark.stop();
    }

    private void measure() {
        ModelFile file = new ModelPlace(model, Optional.empty()).read(spark);
        Dataset<Row> drawn =
                spark.read().format("understudy").option("rows", rows).load(model);
        Dataset<Row> uniform = uniform(drawn.columns().length);
        Column[] firstTwo = ((BayesianNetwork) file.model().model())
                .order().stream()
                        .limit(2)
                        .map(v -> drawn.col("`" + drawn.columns()[v] + "`"))
                        .toArray(Column[]::new);
        List<Dataset<Row>> sides = List.of(uniform, drawn, drawn.select(firstTwo));
        double[] wall = medians(sides);
        System.out.printf(
                "%,d rows x %d columns: uniform %.2f s, drawn %.2f s, two columns %.2f s; drawn/uniform %.2f,"
                        + " drawn/two columns %.2f%n",
                rows, drawn.columns().length, wall[0], wall[1], wall[2], wall[1] / wall[0], wall[1] / wall[2]);
    }

    private Dataset<Row> uniform(int columns) {
        return spark.range(rows)
                .select(IntStream.range(0, columns)
                        .mapToObj(c -> functions.rand(c).as("c" + c))
                        .toArray(Column[]::new));
    }

    private static double[] medians(List<Dataset<Row>> sides) {
        sides.forEach(Source::read);
        List<double[]> rounds = Stream.generate(() -> sides.stream()
                        .mapToDouble(side -> Cost.of(() -> read(side)).wall())
                        .toArray())
                .limit(ROUNDS)
                .toList();
        return IntStream.range(0, sides.size())
                .mapToDouble(side ->
                        median(rounds.stream().mapToDouble(round -> round[side]).toArray()))
                .toArray();
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    private static void read(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }
}
