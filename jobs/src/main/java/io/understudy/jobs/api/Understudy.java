package io.understudy.jobs.api;

import io.understudy.jobs.job.Holdout;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.stage.Steps;
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

    /**
     * With the defaults of a job file.
     *
     * @param spark a session that has Delta; models are read and drawn in it
     */
    public Understudy(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * No value, leaf or extreme that fewer rows share is learned.
     *
     * @param k rows, or entities where {@code holdout.key} declares some; at least 1, by default 10
     * @return this
     */
    public Understudy setK(int k) {
        return set("k", Integer.toString(k));
    }

    /**
     * Decides which rows are held out, where a fraction is.
     *
     * @param seed any number; by default 0
     * @return this
     */
    public Understudy setSeed(long seed) {
        return set("seed", Long.toString(seed));
    }

    /**
     * Which family of models is fitted.
     *
     * @param type {@code bayesian-network}, the default, or {@code gaussian-copula}
     * @return this
     */
    public Understudy setModelType(String type) {
        return set("model.type", type);
    }

    /**
     * How close the model follows the rows.
     *
     * @param closeness from 0, more private, to 1, closer to the rows; by default 0.5
     * @return this
     */
    public Understudy setCloseness(double closeness) {
        return set("model.closeness", Double.toString(closeness));
    }

    /**
     * Which share of a table is held out where it is fitted without a holdout of its own.
     *
     * @param fraction above 0 and below 1; by default 0.2
     * @return this
     */
    public Understudy setHoldoutFraction(double fraction) {
        return set("holdout.fraction", Double.toString(fraction));
    }

    /**
     * What a column is taken for.
     *
     * @param column its name in the table
     * @param kind   {@code category}, {@code number}, {@code identifier}, ... as in a job file
     * @return this
     */
    public Understudy setKind(String column, String kind) {
        return set(Settings.column(column, "kind"), kind);
    }

    /**
     * What is done with a column's values.
     *
     * @param column    its name in the table
     * @param treatment {@code fake}, {@code mask}, {@code generalise}, {@code drop}, ... as in a job file
     * @return this
     */
    public Understudy setTreatment(String column, String treatment) {
        return set(Settings.column(column, "treatment"), treatment);
    }

    /**
     * Any other setting.
     *
     * @param key   as in a job file, from the root down: {@code columns.income.extremes}
     * @param value as in a job file
     * @return this
     */
    public Understudy set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /**
     * Learns a table, but for a share of its rows that is held out and not looked at.
     *
     * @param table one flat row a record; no arrays, maps or structs
     * @return the model, which is as sensitive as the table
     * @throws io.understudy.jobs.job.ConfigurationException if a setting is wrong, or names a column that is not there
     * @throws io.understudy.jobs.job.InputException         if the table cannot be read, is empty or has too few rows
     */
    public UnderstudyModel fit(Dataset<Row> table) {
        try (Views views = new Views(table.sparkSession())) {
            return fit(views, settings.job(views.source(table)));
        }
    }

    /**
     * Learns a table. Of the rows held out only the values are looked at that nothing made up may be.
     *
     * @param train   all rows are learned from; no arrays, maps or structs
     * @param holdout rows of the same columns
     * @return the model, which is as sensitive as the table
     * @throws io.understudy.jobs.job.ConfigurationException if a setting is wrong, or names a column that is not there
     * @throws io.understudy.jobs.job.InputException         if the table cannot be read, is empty or has too few rows
     */
    public UnderstudyModel fit(Dataset<Row> train, Dataset<Row> holdout) {
        try (Views views = new Views(train.sparkSession())) {
            Job job = settings.job(views.source(train));
            Holdout own =
                    new Holdout(job.holdout().fraction(), job.holdout().key(), Optional.of(views.source(holdout)));
            return fit(views, job.holding(own));
        }
    }

    private UnderstudyModel fit(Views views, Job job) {
        return new UnderstudyModel(spark, new Steps(views.spark(), job).fit(), settings);
    }
}
