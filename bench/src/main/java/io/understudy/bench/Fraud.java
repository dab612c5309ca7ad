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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Whether more of a rare class helps to detect it: gradient-boosted trees learn from real rows, from real rows with rare ones
 * repeated or mixed (bootstrap, SMOTE), from a rebalanced synthetic table, and from real rows with synthetic rare ones; all are tried
 * on the same real rows that nothing was learned from.
 *
 * <p>Every table has the rare class at a share that is asked for but the first, which is as it is. Differences are from the
 * first, and of synthetic rare rows from repeated and mixed ones.
 *
 * <p>Arguments: {@code FOLDER TRAIN.parquet HOLDOUT.parquet COLUMN VALUE [SHARE,... [SEEDS [KEY,...]]]}. Shares are to be chosen on parts
 * of the rows to learn from, given as both tables. Keys are columns that are left out of every table: numbers of rows, say. What
 * is made up there is like no real row's, so trees learn by it which rows are made up.
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
    /** About as many made-up rows of the class as real ones, where 5 or 6 % are of it. */
    private static final String SHARE = "0.1";

    private static final String REAL = "real";

    private final SparkSession spark;
    private final Path folder;
    private final String train;
    private final String holdout;
    private final String column;
    private final String value;
    private final List<String> shares;

    private Fraud(SparkSession spark, Path folder, List<String> words) {
        this.spark = spark;
        this.folder = folder;
        String[] keys = words.size() > 6 ? words.get(6).split(",") : new String[0];
        this.train = without(keys, words.get(0), "train");
        this.holdout = without(keys, words.get(1), "holdout");
        this.column = words.get(2);
        this.value = words.get(3);
        this.shares = List.of((words.size() > 4 ? words.get(4) : SHARE).split(","));
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
        spark.sparkContext().setCheckpointDir(folder.resolve("checkpoints").toString());
        int seeds = args.length > 6 ? Integer.parseInt(args[6]) : Gains.MOST_SEEDS;
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
        Gains gains = new Gains(rare.length);
        for (int seed = 0; seed < seeds; seed++) {
            for (Map.Entry<String, Dataset<Row>> table : tables(real, seed).entrySet()) {
                double[] scores = detector.scores(table.getValue(), tried, seed);
                gains.add(table.getKey(), new Precision(scores, rare));
            }
            System.out.println("seed " + seed + ": " + gains.line(seed));
        }
        report(gains);
    }

    /** What is learned from, by name. */
    private Map<String, Dataset<Row>> tables(Dataset<Row> real, int seed) {
        String where = "cast(`" + column + "` as string) = '" + value + "'";
        Oversampling rare = new Oversampling(real.schema(), real.filter(where).collectAsList());
        fit(seed);
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        tables.put(REAL, real);
        for (String share : shares) {
            Dataset<Row> synthetic = sampled(seed, share, true);
            int added = (int) synthetic.count();
            tables.put(bootstrap(share), real.union(spark.createDataFrame(rare.bootstrap(added, seed), real.schema())));
            tables.put(smote(share), real.union(spark.createDataFrame(rare.smote(added, seed), real.schema())));
            tables.put("synthetic rebalanced " + share, sampled(seed, share, false));
            tables.put(synthetic(share), real.union(synthetic));
        }
        return tables;
    }

    private static String bootstrap(String share) {
        return "real + bootstrap " + share;
    }

    private static String smote(String share) {
        return "real + SMOTE " + share;
    }

    private static String synthetic(String share) {
        return "real + synthetic rare " + share;
    }

    /** The model that all jobs of a seed draw from; it does not depend on the share. */
    private void fit(int seed) {
        Pipeline pipeline = new Pipeline(job(seed, shares.get(0), true), line -> {});
        pipeline.profile();
        pipeline.fit();
    }

    /** The synthetic rows of a job. */
    private Dataset<Row> sampled(int seed, String share, boolean augment) {
        Job job = job(seed, share, augment);
        new Pipeline(job, line -> {}).sample();
        return spark.read().parquet(job.work() + "/sample/rows").cache();
    }

    private Job job(int seed, String share, boolean augment) {
        String name = (augment ? "augmented-" : "rebalanced-") + share + "-" + seed;
        String text = JOB.formatted(seed, train, holdout, seed, name, augment, column, value, share);
        return JobFile.read(written(name, text), List.of(), Map.of());
    }

    private Path written(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Gains gains) {
        System.out.printf(
                "%-32s%10s%12s%22s%22s%n", "learned from", "precision", "difference", "over seeds", "over rows");
        for (String table : gains.found().keySet()) {
            System.out.printf("%-32s%10.4f%s%n", table, gains.mean(table), gains.difference(table, REAL));
        }
        for (String share : shares) {
            for (String naive : List.of(bootstrap(share), smote(share))) {
                System.out.printf(
                        "%-42s%s%n",
                        "synthetic, not " + naive.substring(REAL.length() + 3),
                        gains.difference(synthetic(share), naive));
            }
        }
    }
}
