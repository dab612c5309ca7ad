package io.understudy.jobs.stage;

import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Profile;
import io.understudy.codec.RealValues;
import io.understudy.codec.Recount;
import io.understudy.jobs.fitted.Basis;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Reading;
import io.understudy.jobs.io.SourceVersion;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Source;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Clusters;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.SourceRows;
import io.understudy.random.Hash;
import io.understudy.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The real rows of a job: those to fit to and those held out. Opened once and shared by the stages of one run; what is
 * learned from a pass over them is kept, the rows are not.
 */
final class Inputs {
    private final SparkSession spark;
    private final Job job;
    private final Reading reading;
    private final StructType schema;
    private final Basis basis;
    private final List<Dataset<Row>> sources;
    private final Sides sides;
    private final SourceRows all;
    private final Dataset<Row> input;
    /** The holdout where it is a table of its own, else all rows. */
    private final Dataset<Row> counted;

    private @Nullable List<ColumnCounts> trainCounts;
    private @Nullable Learning learning;
    private @Nullable Gathered gathered;
    private long holdoutRows = -1;
    private @Nullable Clusters clusters;
    /**
     * Opens the input and the holdout; reads no rows yet.
     *
     * @throws InputException         if either cannot be read
     * @throws ConfigurationException if the job names a column that the input lacks
     */
    Inputs(SparkSession spark, Job job) {
        this.spark = spark;
        this.job = job;
        this.reading = new Reading(spark);
        Dataset<Row> whole = reading.open(job.input());
        Named named = new Named(job);
        named.refuseUnknown(List.of(whole.columns()));
        Dataset<Row> known = whole.drop(dropped());
        this.input = unweighted(known);
        this.schema = Frames.published(input.schema());
        named.refuseAllKept(List.of(schema.fieldNames()));
        String version = SourceVersion.of(spark, job.input(), whole);
        Optional<Source> table = job.holdout().table();
        if (table.isPresent()) {
            Dataset<Row> held = alike(table.get(), known.schema());
            this.counted = unweighted(held);
            this.sides = sides(known, Optional.of(held));
            this.all = SourceRows.of(input).and(SourceRows.of(counted));
            this.sources = List.of(whole, held);
            this.basis = Basis.of(job, version, SourceVersion.of(spark, table.get(), held));
        } else {
            this.counted = input;
            this.sides = sides(known, Optional.empty());
            this.all = SourceRows.of(input);
            this.sources = List.of(whole);
            this.basis = Basis.of(job, version, "");
        }
    }

    private Dataset<Row> unweighted(Dataset<Row> rows) {
        return rows.drop(job.weight().stream().toArray(String[]::new));
    }

    private Sides sides(Dataset<Row> known, Optional<Dataset<Row>> table) {
        List<Integer> key = holdoutKey();
        if (job.weight().isPresent()) {
            return Population.of(job, known, table);
        }
        SourceRows rows = SourceRows.of(known);
        SourceRows.Split split = table.map(held -> new SourceRows.Split(rows, SourceRows.of(held)))
                .orElseGet(() -> rows.split(job.holdout().fraction(), key, job.seed()));
        return new Sides.Plain(split, key, job.k() - 1);
    }

    private String[] dropped() {
        return job.columns().entrySet().stream()
                .filter(column -> column.getValue().dropped())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** Positions of the columns by which entities are known; empty where every row stands for itself. */
    List<Integer> holdoutKey() {
        List<String> names = Arrays.asList(schema.fieldNames());
        List<Integer> key = job.holdout().key().stream().map(names::indexOf).toList();
        if (key.contains(-1)) {
            throw new ConfigurationException(
                    "holdout.key names a column that columns.*.role drops; keep it or leave it" + " out of the key");
        }
        return key;
    }

    /**
     * A table with the input's columns, in the input's order.
     *
     * @throws InputException naming every column that is missing or of another type
     */
    Dataset<Row> alike(Source source) {
        return alike(source, schema);
    }

    /** The same with other columns than those to publish. */
    Dataset<Row> alike(Source source, StructType schema) {
        Dataset<Row> table = reading.open(source);
        List<String> wrong = new ArrayList<>();
        for (StructField field : schema.fields()) {
            Optional<StructField> there = Arrays.stream(table.schema().fields())
                    .filter(other -> other.name().equals(field.name()))
                    .findFirst();
            if (there.isEmpty()) {
                wrong.add("\"" + field.name() + "\" is missing");
            } else if (!there.get().dataType().equals(field.dataType())) {
                wrong.add(
                        "\"" + field.name() + "\" is " + there.get().dataType().simpleString() + " and not "
                                + field.dataType().simpleString());
            }
        }
        if (!wrong.isEmpty()) {
            throw new InputException("the columns of " + Reading.name(source) + " are not those of the input: "
                    + String.join(", ", wrong) + "; give a table of the same schema");
        }
        return table.select(Arrays.stream(schema.fieldNames())
                .map(name -> table.col(Frames.quoted(name)))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    SparkSession spark() {
        return spark;
    }

    Job job() {
        return job;
    }

    /** Positions of the columns that are passed on as they are, ascending. */
    List<Integer> kept() {
        List<String> names = Arrays.asList(schema.fieldNames());
        return job.keptColumns().stream().map(names::indexOf).sorted().toList();
    }

    /** Opens a table that is neither the input nor the holdout; its rows are not read yet. */
    Dataset<Row> open(Source source) {
        return reading.open(source);
    }

    /** The rows of the input, without a holdout table of its own. */
    Dataset<Row> input() {
        return input;
    }

    /** The schema to publish: the input's, without dropped columns. */
    StructType schema() {
        return schema;
    }

    List<Column> columns() {
        return all.columns();
    }

    /** What artifacts of these rows are made from. */
    Basis basis() {
        return basis;
    }

    /** The rows to learn from; with weights, every row as often as it stands for rows of the population. */
    SourceRows train() {
        return sides.rows().train();
    }

    /** The rows held out, in the same way. */
    SourceRows holdout() {
        return sides.rows().holdout();
    }

    /** Both, as what is asked of them needs them. */
    Sides sides() {
        return sides;
    }

    /** What was gathered last. */
    private record Gathered(RealValues.Gathering asked, RealValues values) {}

    /** Values of training and held-out rows that must not be made up: one pass, once, unless no column asks for any. */
    RealValues realValues(RealValues.Gathering gathering) {
        Gathered known = gathered;
        if (known == null || !known.asked().equals(gathering)) {
            known = new Gathered(gathering, gathering.needed() ? reading(() -> all.fold(gathering)) : RealValues.NONE);
            gathered = known;
        }
        return known.values();
    }

    /** What values the training rows have: one pass, once; two where a column has very many different texts. */
    List<ColumnCounts> trainCounts() {
        List<ColumnCounts> counts = trainCounts;
        if (counts == null) {
            counts = counts(train());
            trainCounts = counts;
        }
        return counts;
    }

    /** The training rows as they are learned from: found once. */
    Learning learning() {
        Learning known = learning;
        if (known == null) {
            known = job.outliers() == Job.Outliers.KEEP ? new Learning(train(), 0) : Learning.of(this);
            learning = known;
        }
        return known;
    }

    /** What values the rows have that are learned from. */
    List<ColumnCounts> learnedCounts() {
        return learning().outliers() == 0 ? trainCounts() : counts(learning().rows());
    }

    /** What values rows of the input have. One pass; two where a column has very many different texts. */
    List<ColumnCounts> counts(SourceRows rows) {
        List<ColumnCounts> first = reading(() -> rows.fold(new Profile(rows.columns())));
        return Recount.needed(first) ? reading(() -> rows.fold(new Recount(first))) : first;
    }

    /**
     * What values the training and the held-out rows have together: what checks code by. Codes learned from training rows
     * alone would tell training values apart but lump the others between them, and so make all rows look nearer to the
     * holdout than they are.
     */
    List<ColumnCounts> realCounts(SourceRows.Split real) {
        return reading(() -> real.train().and(real.holdout()).fold(new Profile(columns())));
    }

    /** The training and the held-out rows after treatment, as far as values alone decide what becomes of them. */
    SourceRows.Split real(Treatments treatments) {
        return treated(sides.rows(), treatments);
    }

    static SourceRows.Split treated(SourceRows.Split rows, Treatments treatments) {
        return treatments.isEmpty()
                ? rows
                : new SourceRows.Split(
                        rows.train().map(treatments::real), rows.holdout().map(treatments::real));
    }

    /** The held-out rows in two, all rows of an entity on one side; empty where the job declares no entities. */
    Optional<SourceRows.Split> heldOutHalves(Treatments treatments) {
        List<Integer> key = holdoutKey();
        SourceRows held = sides.persons().holdout();
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(treated(held.split(0.5, key, Hash.combine(job.seed(), 1)), treatments));
    }

    /** How the training rows are spread over entities. Once. */
    private Clusters clusters() {
        Clusters known = clusters;
        if (known == null) {
            known = reading(sides::clusters);
            clusters = known;
        }
        return known;
    }

    /** Rows of the entity of a training row, on average over rows; 1 where every row stands for itself. */
    double rowsPerEntity() {
        return clusters().rowsPerEntity();
    }

    /** How many training rows cannot but be those of k entities; k where every row stands for itself. */
    int rowsOfK() {
        return clusters().rowsOf(job.k());
    }

    long trainRows() {
        return job.weight().isPresent()
                ? clusters().rows()
                : trainCounts().get(0).rows();
    }

    long holdoutRows() {
        if (holdoutRows < 0 && job.weight().isPresent()) {
            holdoutRows = reading(() -> holdout().count());
        } else if (holdoutRows < 0) {
            long others = job.holdout().table().isPresent() ? 0 : trainRows();
            holdoutRows = Reading.pass(job.holdout().table().orElse(job.input()), counted::count) - others;
        }
        return holdoutRows;
    }

    /** Runs a pass over the input and says in plain words why it fails, where that is known. */
    <T> T reading(Supplier<T> pass) {
        return Reading.pass(job.input(), pass);
    }

    /**
     * Whether rows are read from a folder. The job file's paths are told apart without this; it finds what a query or a
     * name in the catalog leads to.
     */
    boolean readFrom(Folder folder) {
        return sources.stream()
                .flatMap(table -> Arrays.stream(table.inputFiles()))
                .anyMatch(folder::holds);
    }
}
