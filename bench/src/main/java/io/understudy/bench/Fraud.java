package io.understudy.bench;

import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.file.JobFile;
import io.understudy.jobs.stage.Pipeline;
import io.understudy.jobs.stage.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Whether more of a rare class helps to detect it: gradient-boosted trees learn from real rows, from real rows with rare ones
 * repeated or mixed (bootstrap, SMOTE), from a rebalanced synthetic table, and from real rows with synthetic rare ones; all are tried
 * on the same real rows that nothing was learned from.
 *
 * <p>Every table has the rare class at the same share but the first. Intervals are of paired differences from the first: over
 * seeds (t), and over rows drawn again from those tried, of the mean over seeds.
 *
 * <p>Arguments: {@code FOLDER TRAIN.parquet HOLDOUT.parquet COLUMN VALUE [SHARE [SEEDS [KEY,...]]]}. Keys are columns that are left out
 * of every table: numbers of rows, say. What is made up there is like no real row's, so trees learn by it which rows are made up.
 */
public final class Fraud {
    private static final String JOB = """
            version: 1
            seed: %d
            input: { path: '%s', format: parquet }
            holdout: { path: '%s', format: parquet }
            model: { path: model-%d }
            gate: { preset: report-only }
            output:
              path: '%s'
              format: parquet
              mode: overwrite
              augment: %s
              rebalance: { column: '%s', shares: { '%s': %s } }
            """;
    private static final int AGAIN = 1_000;
    private static final double PERCENTILE = 0.025;
    /** Quantiles 0.975 of Student's t, by degrees of freedom from 1. */
    private static final double[] STUDENT = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262};

    private final SparkSession spark;
    private final Path folder;
    private final String train;
    private final String holdout;
    private final String column;
    private final String value;
    private final double share;

    private Fraud(SparkSession spark, Path folder, List<String> words) {
        this.spark = spark;
        this.folder = folder;
        String[] keys = words.size() > 6 ? words.get(6).split(",") : new String[0];
        this.train = without(keys, words.get(0), "train");
        this.holdout = without(keys, words.get(1), "holdout");
        this.column = words.get(2);
        this.value = words.get(3);
        this.share = words.size() > 4 ? Double.parseDouble(words.get(4)) : 0.5;
    }

    /** Copies a table without some columns; says where it is. */
    private String without(String[] keys, String table, String name) {
        String copy = folder.resolve(name).toString();
        Bench.write(
                spark.read().parquet(Path.of(table).toAbsolutePath().toString()).drop(keys), copy);
        return copy;
    }

    public static void main(String[] args) throws IOException {
        SparkSession spark = Sessions.open();
        Path folder = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(folder);
        int seeds = args.length > 6 ? Integer.parseInt(args[6]) : STUDENT.length + 1;
        new Fraud(spark, folder, Arrays.asList(args).subList(1, args.length)).measure(seeds);
        spark.stop();
    }

    private void measure(int seeds) {
        Dataset<Row> real = spark.read().parquet(train).cache();
        Detector detector = Detector.of(column, value, real);
        List<Row> tried = detector.examples(spark.read().parquet(holdout));
        boolean[] rare = new boolean[tried.size()];
        IntStream.range(0, rare.length)
                .forEach(row -> rare[row] = tried.get(row).getDouble(1) == 1);
        Map<String, List<Precision>> found = new LinkedHashMap<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (Map.Entry<String, Dataset<Row>> table : tables(real, seed).entrySet()) {
                double[] scores = detector.scores(table.getValue(), tried, seed);
                found.computeIfAbsent(table.getKey(), name -> new ArrayList<>()).add(new Precision(scores, rare));
            }
            System.out.println("seed " + seed + ": " + line(found, seed));
        }
        report(found, rare.length);
    }

    private static String line(Map<String, List<Precision>> found, int seed) {
        StringBuilder line = new StringBuilder();
        found.forEach((name, precisions) ->
                line.append("%s %.4f  ".formatted(name, precisions.get(seed).average())));
        return line.toString();
    }

    /** What is learned from, by name. */
    private Map<String, Dataset<Row>> tables(Dataset<Row> real, int seed) {
        String where = "cast(`" + column + "` as string) = '" + value + "'";
        Oversampling rare = new Oversampling(real.schema(), real.filter(where).collectAsList());
        Dataset<Row> synthetic = sampled(seed, true);
        int added = (int) synthetic.count();
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        tables.put("real", real);
        tables.put("real + bootstrap", real.union(spark.createDataFrame(rare.bootstrap(added, seed), real.schema())));
        tables.put("real + SMOTE", real.union(spark.createDataFrame(rare.smote(added, seed), real.schema())));
        tables.put("synthetic rebalanced", sampled(seed, false));
        tables.put("real + synthetic rare", real.union(synthetic));
        return tables;
    }

    /** The synthetic rows of a job; both jobs of a seed draw from one model. */
    private Dataset<Row> sampled(int seed, boolean augment) {
        String name = (augment ? "augmented-" : "rebalanced-") + seed;
        String text = JOB.formatted(seed, train, holdout, seed, name, augment, column, value, share);
        Job job = JobFile.read(written(name, text), List.of(), Map.of());
        Pipeline pipeline = new Pipeline(job, line -> {});
        if (augment) {
            pipeline.profile();
            pipeline.fit();
        }
        pipeline.sample();
        return spark.read().parquet(job.work() + "/sample/rows").cache();
    }

    private Path written(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(Map<String, List<Precision>> found, int rows) {
        List<Precision> real = found.values().iterator().next();
        System.out.printf(
                "%-24s%10s%12s%22s%22s%n", "learned from", "precision", "difference", "over seeds", "over rows");
        found.forEach((name, precisions) -> {
            double[] apart = IntStream.range(0, real.size())
                    .mapToDouble(seed ->
                            precisions.get(seed).average() - real.get(seed).average())
                    .toArray();
            double mean = Arrays.stream(apart).average().orElse(0);
            double half = half(apart, mean);
            double[] again = again(precisions, real, rows);
            System.out.printf(
                    "%-24s%10.4f%12.4f      [%7.4f, %7.4f]      [%7.4f, %7.4f]%n",
                    name,
                    precisions.stream()
                            .mapToDouble(Precision::average)
                            .average()
                            .orElse(0),
                    mean,
                    mean - half,
                    mean + half,
                    again[(int) (PERCENTILE * AGAIN)],
                    again[(int) ((1 - PERCENTILE) * AGAIN) - 1]);
        });
    }

    private static double half(double[] apart, double mean) {
        double squares = Arrays.stream(apart).map(x -> (x - mean) * (x - mean)).sum();
        int freedom = apart.length - 1;
        return freedom < 1 ? Double.NaN : STUDENT[freedom - 1] * Math.sqrt(squares / freedom / apart.length);
    }

    /** The mean difference over the seeds with rows drawn again, ascending. */
    private static double[] again(List<Precision> one, List<Precision> other, int rows) {
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[AGAIN];
        for (int time = 0; time < AGAIN; time++) {
            int[] weights = new int[rows];
            for (int draw = 0; draw < rows; draw++) {
                weights[random.nextInt(rows)]++;
            }
            means[time] = IntStream.range(0, one.size())
                    .mapToDouble(seed ->
                            one.get(seed).average(weights) - other.get(seed).average(weights))
                    .average()
                    .orElse(0);
        }
        Arrays.sort(means);
        return means;
    }
}
