package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.Predicates;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The input's own rows, where a job publishes them beside synthetic ones: those to learn from, as they are.
 * What was held out stays held out, so that it can be evidence.
 */
record OwnRows(Inputs inputs) {

    /** The column that tells them from synthetic ones, if they are published. */
    private Optional<String> provenance() {
        return inputs.job().output().real() instanceof RealRows.Augmented augmented
                ? Optional.of(augmented.provenance())
                : Optional.empty();
    }

    /**
     * The schema to publish.
     *
     * @throws ConfigurationException if the column that is added has the name of another
     */
    StructType schema() {
        if (inputs.job().output().real() instanceof RealRows.Imputed imputed) {
            List<String> names = List.of(inputs.schema().fieldNames());
            imputed.columns().forEach(name -> Named.refuseUnknown("output.impute", name, names));
        }
        if (provenance().isEmpty()) {
            return inputs.schema();
        }
        String name = provenance().get();
        for (String column : inputs.schema().fieldNames()) {
            if (column.equalsIgnoreCase(name)) {
                throw new ConfigurationException("output.provenance: the input has a column \"" + column
                        + "\" already; give the column that tells real rows from synthetic ones another name");
            }
        }
        return inputs.schema().add(name, DataTypes.StringType, true);
    }

    /**
     * Refuses to pass on what the job, or the profile by itself, says must not leave as it is.
     *
     * @throws ConfigurationException naming the columns
     */
    void refuseTreated(ProfileFile profile) {
        String treated = profile.columns().stream()
                .filter(entry -> !(entry.treatment() instanceof Applied.Nothing))
                .map(entry -> entry.name() + " (" + entry.treatment().words() + ")")
                .collect(Collectors.joining(", "));
        RealRows real = inputs.job().output().real();
        if (real.any() && !treated.isEmpty()) {
            throw new ConfigurationException((real instanceof RealRows.Augmented ? "output.augment" : "output.impute")
                    + " publishes real rows as they are, but values of these columns"
                    + " are not to leave: " + treated + "; leave the columns out with role: drop, or say with kind what"
                    + " else they are");
        }
    }

    /**
     * Real rows by condition.
     *
     * @param rows of them
     */
    record Counted(List<Long> parts, long rows) {}

    /**
     * How many there are, and how many of them meet each condition.
     *
     * @throws ConfigurationException if some meet two
     */
    Counted count(List<Conditions.Part> parts) {
        Dataset<Row> rows = rows();
        List<Column> meets = parts.stream()
                .map(part -> functions
                        .when(Where.column(inputs.schema(), part.where()), 1L)
                        .otherwise(0L))
                .toList();
        List<Column> sums = new ArrayList<>(meets.stream().map(functions::sum).toList());
        sums.add(functions.count(functions.lit(1)));
        sums.add(functions.sum(functions
                .when(meets.stream().reduce(functions.lit(0L), Column::plus).gt(1L), 1L)
                .otherwise(0L)));
        Row counts = counted(parts, rows, sums);
        if (counts.getLong(parts.size() + 2) > 0) {
            throw new ConfigurationException(
                    "output.augment needs conditions of which a row meets one at most, but real"
                            + " rows meet two of output.conditions ("
                            + wheres(parts) + "); say what tells them apart");
        }
        return new Counted(
                IntStream.range(0, parts.size())
                        .mapToObj(part -> counts.getLong(1 + part))
                        .toList(),
                counts.getLong(parts.size() + 1));
    }

    private Row counted(List<Conditions.Part> parts, Dataset<Row> rows, List<Column> sums) {
        try {
            return inputs.reading(() ->
                    rows.agg(functions.lit(0L), sums.toArray(Column[]::new)).head());
        } catch (RuntimeException e) {
            throw Predicates.failedOnValues(e)
                    .<RuntimeException>map(wrong -> new ConfigurationException(
                            "output.conditions (" + wheres(parts) + "): " + wrong.getMessage()))
                    .orElse(e);
        }
    }

    private static String wheres(List<Conditions.Part> parts) {
        return parts.stream().map(Conditions.Part::where).collect(Collectors.joining("; "));
    }

    /** The rows, under the schema of the input. */
    Dataset<Row> rows() {
        return rows(inputs.train());
    }

    private Dataset<Row> rows(SourceRows rows) {
        return rows.dataset(inputs.spark(), inputs.schema());
    }

    /** Synthetic rows with these. */
    Dataset<Row> with(Dataset<Row> synthetic) {
        return marked(rows(), RealRows.Augmented.REAL).union(marked(synthetic, RealRows.Augmented.SYNTHETIC));
    }

    private Dataset<Row> marked(Dataset<Row> rows, String as) {
        StructField[] fields = schema().fields();
        Column[] columns = Stream.concat(
                        Stream.of(inputs.schema().fieldNames()).map(name -> rows.col(Frames.quoted(name))),
                        Stream.of(functions.lit(as).as(fields[fields.length - 1].name())))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    /** Of real rows those that meet some predicate. */
    SourceRows.Split meeting(SourceRows.Split real, List<String> predicates) {
        return new SourceRows.Split(meeting(real.train(), predicates), meeting(real.holdout(), predicates));
    }

    private SourceRows meeting(SourceRows rows, List<String> predicates) {
        Column any = predicates.stream()
                .map(where -> functions.coalesce(Where.column(inputs.schema(), where), functions.lit(false)))
                .reduce(functions.lit(false), Column::or);
        return SourceRows.of(rows(rows).filter(any));
    }
}
