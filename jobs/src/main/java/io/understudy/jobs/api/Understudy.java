package io.understudy.jobs.api;

import io.understudy.jobs.job.Holdout;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.stage.Steps;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Learns a table.
 *
 * <p>Settings are those of a job file, with its defaults: the same rows, settings and seed give the same model as a job.
 * Setters return this. What is wrong with a setting is said when a table is fitted, by a
 * {@link io.understudy.jobs.job.ConfigurationException}; what is wrong with the table by an
 * {@link io.understudy.jobs.job.InputException}.
 */
public final class Understudy {
    private final SparkSession spark;
    private final Settings settings = new Settings();

    /** With the defaults of a job file, on a session that has Delta. */
    public Understudy(SparkSession spark) {
        this.spark = spark;
    }

    /** No value, leaf or extreme that fewer rows share is learned; at least 1, by default 10. */
    public Understudy setK(int k) {
        return set("k", Integer.toString(k));
    }

    /** Decides which rows are held out, where a fraction is; by default 0. */
    public Understudy setSeed(long seed) {
        return set("seed", Long.toString(seed));
    }

    /** {@code bayesian-network}, the default, or {@code gaussian-copula}. */
    public Understudy setModelType(String type) {
        return set("model.type", type);
    }

    /** From 0, more private, to 1, closer to the data; by default 0.5. */
    public Understudy setCloseness(double closeness) {
        return set("model.closeness", Double.toString(closeness));
    }

    /** Which share of a table is held out where it is fitted without a holdout of its own; by default 0.2. */
    public Understudy setHoldoutFraction(double fraction) {
        return set("holdout.fraction", Double.toString(fraction));
    }

    /** What a column is taken for: {@code category}, {@code number}, {@code identifier}, ... */
    public Understudy setKind(String column, String kind) {
        return set(Settings.column(column, "kind"), kind);
    }

    /** What is done with a column's values: {@code fake}, {@code mask}, {@code generalise}, {@code drop}, ... */
    public Understudy setTreatment(String column, String treatment) {
        return set(Settings.column(column, "treatment"), treatment);
    }

    /**
     * Any other setting.
     *
     * @param key   as in a job file, from the root down: {@code columns.income.extremes}
     * @param value as in a job file
     */
    public Understudy set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Learns a table, but for a share of its rows that is held out and not looked at. */
    public UnderstudyModel fit(Dataset<Row> table) {
        try (Views views = new Views(table.sparkSession())) {
            return fit(views, settings.job(views.source(table)));
        }
    }

    /** Learns a table. Of the rows held out only the values are looked at that nothing made up may be. */
    public UnderstudyModel fit(Dataset<Row> train, Dataset<Row> holdout) {
        try (Views views = new Views(train.sparkSession())) {
            Job job = settings.job(views.source(train));
            Holdout own = new Holdout(job.holdout().fraction(), List.of(), Optional.of(views.source(holdout)));
            return fit(views, job.holding(own));
        }
    }

    private UnderstudyModel fit(Views views, Job job) {
        return new UnderstudyModel(spark, new Steps(views.spark(), job).fit(), settings);
    }
}
