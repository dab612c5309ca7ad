package io.understudy.jobs.stage;

import io.understudy.jobs.io.Reading;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Source;
import io.understudy.jobs.table.Clusters;
import io.understudy.jobs.table.CopiedRows;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.WeightedRows;
import io.understudy.jobs.table.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Rows that stand for several of a population: as many copies of each as it stands for, in units of the mean weight. Such
 * pseudo-populations are what is learned from a sample drawn with unequal probabilities (Quatember 2015,
 * "Pseudo-Populations"). Weights are looked at once, when rows are first asked for.
 */
final class Population implements Sides {
    private final Job job;
    private final String column;
    private final List<String> names;
    private final WeightedRows input;
    private final Optional<WeightedRows> table;
    private CopiedRows.@Nullable Split copies;
    private double mean;

    private Population(Job job, String column, Dataset<Row> input, Optional<Dataset<Row>> table) {
        this.job = job;
        this.column = column;
        this.names = Arrays.asList(input.schema().fieldNames());
        this.input = weighted(input);
        this.table = table.map(this::weighted);
    }

    /**
     * Of a job with weights.
     *
     * @param input with the column of weights
     * @param table the holdout where it is a table of its own, with the same columns
     * @throws ConfigurationException if the column holds no numbers
     */
    static Population of(Job job, Dataset<Row> input, Optional<Dataset<Row>> table) {
        String weight = job.weight().orElseThrow();
        refuseOtherThanNumbers(weight, input.schema());
        return new Population(job, weight, input, table);
    }

    private static void refuseOtherThanNumbers(String weight, StructType schema) {
        String type = schema.apply(weight).dataType().simpleString();
        if (!(schema.apply(weight).dataType() instanceof NumericType)) {
            throw new ConfigurationException("input.weight: the column \"" + weight + "\" is " + type
                    + " and not a number; cast it with an input query, or have it read as one (input.options:"
                    + " { inferSchema: true })");
        }
    }

    private WeightedRows weighted(Dataset<Row> rows) {
        return new WeightedRows(SourceRows.of(rows), names.indexOf(column));
    }

    @Override
    public double weight() {
        copies();
        return mean;
    }

    @Override
    public SourceRows.Split rows() {
        return new SourceRows.Split(copies().train().all(), copies().holdout().all());
    }

    @Override
    public SourceRows.Split persons() {
        return new SourceRows.Split(copies().train().once(), copies().holdout().once());
    }

    @Override
    public Clusters clusters() {
        return copies().train().clusters(job.k() - 1);
    }

    private CopiedRows.Split copies() {
        CopiedRows.Split known = copies;
        if (known == null) {
            mean = mean(input, job.input());
            known = table.isPresent()
                    ? new CopiedRows.Split(copied(input, mean), copied(table.get(), meanOfTable(table.get())))
                    : copied(input, mean).split(job.holdout().fraction(), job.seed());
            copies = known;
        }
        return known;
    }

    private double meanOfTable(WeightedRows rows) {
        return mean(rows, job.holdout().table().orElseThrow());
    }

    private CopiedRows copied(WeightedRows rows, double mean) {
        List<Integer> key = job.holdout().key().stream().map(names::indexOf).toList();
        return rows.copied(mean, key, job.seed());
    }

    /** One pass. */
    private double mean(WeightedRows rows, Source source) {
        Weights weights = Reading.pass(source, rows::weights);
        if (weights.rows() == 0) {
            return 1;
        }
        List<String> wrong = new ArrayList<>();
        count(wrong, weights.missing(), "%,d without a weight");
        count(wrong, weights.infinite(), "%,d with one that is infinite or not a number");
        count(wrong, weights.negative(), "%,d with one below 0");
        if (!wrong.isEmpty()) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "input.weight: of the %,d rows of %s there are, by the column \"%s\", %s; give every row a weight of 0 or more,"
                            + " or leave such rows out with an input query",
                    weights.rows(),
                    Reading.name(source),
                    column,
                    String.join(", ", wrong)));
        }
        if (weights.mean() == 0) {
            throw new InputException("input.weight: no row of " + Reading.name(source)
                    + " has a weight above 0 in the column \"" + column + "\", so none stands for anything; choose"
                    + " another column");
        }
        return weights.mean();
    }

    private static void count(List<String> wrong, long rows, String words) {
        if (rows > 0) {
            wrong.add(String.format(Locale.ROOT, words, rows));
        }
    }
}
