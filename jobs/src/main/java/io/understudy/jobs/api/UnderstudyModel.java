package io.understudy.jobs.api;

import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ModelPlace;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Holdout;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Treatment.KeySource;
import io.understudy.jobs.stage.Steps;
import io.understudy.jobs.table.SyntheticRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A fitted model.
 *
 * <p>A model is learned from real rows and has passed no gate: keep it as you keep its input.
 */
public final class UnderstudyModel {
    private final SparkSession spark;
    private final ModelFile file;
    private final Settings settings;

    UnderstudyModel(SparkSession spark, ModelFile file, Settings settings) {
        this.spark = spark;
        this.file = file;
        this.settings = settings;
    }

    /**
     * Reads a model that {@link #save} or a job's fit stage wrote.
     *
     * @param spark the session to draw rows in
     * @param path  the folder of the model, or one that holds it, on any file system Spark knows
     * @return the model
     * @throws ConfigurationException if there is none, or if it is encrypted
     */
    public static UnderstudyModel load(SparkSession spark, String path) {
        return load(spark, new ModelPlace(path, Optional.empty()));
    }

    /**
     * Reads a model that is encrypted.
     *
     * @param spark   the session to draw rows in
     * @param path    the folder of the model, or one that holds it, on any file system Spark knows
     * @param keyFile path of a file that holds the key: 32 bytes in base64 or hexadecimal digits
     * @return the model
     * @throws ConfigurationException if there is no model, or if the key does not open it
     */
    public static UnderstudyModel load(SparkSession spark, String path, String keyFile) {
        return load(spark, new ModelPlace(path, inFile(keyFile)));
    }

    private static UnderstudyModel load(SparkSession spark, ModelPlace place) {
        return new UnderstudyModel(spark, place.read(spark), new Settings());
    }

    /**
     * Writes the model into a folder, which is made where there is none.
     *
     * @param path of a folder on any file system Spark knows
     * @throws ConfigurationException if a model is there already
     */
    public void save(String path) {
        new ModelPlace(path, Optional.empty()).write(spark, file);
    }

    /**
     * Writes the model into a folder, encrypted (AES-256-GCM).
     *
     * @param path    of a folder on any file system Spark knows
     * @param keyFile path of a file that holds the key: 32 bytes in base64 or hexadecimal digits
     * @throws ConfigurationException if a model is there already, or if there is no key
     */
    public void save(String path, String keyFile) {
        new ModelPlace(path, inFile(keyFile)).write(spark, file);
    }

    private static Optional<KeySource> inFile(String path) {
        return Optional.of(new KeySource(KeySource.Place.FILE, path));
    }

    /**
     * What rows look like.
     *
     * @return the learned table's columns, in its order
     */
    public StructType schema() {
        return file.rowType();
    }

    /**
     * The size of the table that was learned.
     *
     * @return rows, with those that were held out of it
     */
    public long rows() {
        return file.profile().rows();
    }

    /**
     * The columns whose values are made up and may be those of real rows by chance. None in a model that was fitted here or that
     * lay encrypted; else it does not hold which values are real, for that would tell who is in the table.
     *
     * @return names, in the order of the table
     */
    public List<String> unguarded() {
        return file.unguarded();
    }

    /**
     * A synthetic table, drawn when it is read: the same rows as a job and the data source {@code understudy} draw, but for values of
     * {@link #unguarded} columns where those are others.
     *
     * @param rows at least 1
     * @param seed another seed, another table
     * @return lazy: drawn anew by every action, the same rows each time
     * @throws ConfigurationException if there are no rows to draw, or if the key of a pseudonym is missing
     */
    public Dataset<Row> sample(long rows, long seed) {
        if (rows < 1) {
            throw new ConfigurationException("sample needs a number of rows >= 1, got " + rows);
        }
        Drawing drawing = Drawing.of(file, seed, rows);
        SyntheticRows.Recipe recipe =
                new SyntheticRows.Recipe(drawing.model(), (block, same) -> drawing.decode(block), seed);
        return new SyntheticRows(drawing.codec().columns(), schema()).draw(spark, recipe, rows);
    }

    /**
     * A synthetic table in which some columns are given: one row for each row of a table that has them, the other columns drawn
     * given them. Exact where the given columns lead the model ({@code model.condition-on}); else each row is one of 64 weighted
     * candidates (docs/conditions.md).
     *
     * <p>Rows come in an order of their own, and rows that are given alike can be swapped: what else belongs to a given row is joined
     * by the columns that are given. A text that the model does not know by name is taken for a rare one.
     *
     * @param given any of the model's columns, but not all; none that is made up without the model. Read twice
     * @param seed  another seed, other rows
     * @return lazy: drawn anew by every action, the same rows each time, as long as the given ones are the same
     * @throws ConfigurationException if a column is none of the model's or of another type, or if rows give what the model has
     *                                never seen together
     */
    public Dataset<Row> complete(Dataset<Row> given, long seed) {
        return new GivenRows(file, given).drawn(seed);
    }

    /**
     * Compares a synthetic table with rows that were learned and rows that were not, and asks the gate.
     *
     * @param train     rows that were learned
     * @param holdout   rows of the same kind that were not
     * @param synthetic of the same columns
     * @return what was measured, and which rules are broken; a refusal is no exception
     * @throws io.understudy.jobs.job.InputException if columns differ
     */
    public Assessment assess(Dataset<Row> train, Dataset<Row> holdout, Dataset<Row> synthetic) {
        try (Views views = new Views(train.sparkSession())) {
            Job job = settings.job(views.source(train));
            Holdout own =
                    new Holdout(job.holdout().fraction(), job.holdout().key(), Optional.of(views.source(holdout)));
            Steps steps = new Steps(views.spark(), job.holding(own));
            return new Assessment(steps.assess(file.profile(), views.source(synthetic)));
        }
    }
}
