package io.understudy.jobs.stage;

import io.understudy.jobs.io.Reading;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Source;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.Predicates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** What the conditions of a job are about: columns of the input, and a table of conditions under the input's schema. */
record Asked(Inputs inputs) {
    private static final String KEY = "output.conditions";

    /**
     * Positions of the columns that lead the model, so that the others can be drawn given them: those that are passed on as
     * they are, else those that conditions are about, those that the job wants to condition on, and the one that segments are made of.
     *
     * @throws ConfigurationException if a condition is none, or names a column that the input lacks
     */
    List<Integer> leading() {
        List<Integer> leading = new ArrayList<>(inputs.kept());
        List<Integer> wanted = named("model.condition-on", inputs.job().model().conditionOn());
        for (List<Integer> more : List.of(columns(), wanted, segment().stream().toList())) {
            more.stream().filter(c -> !leading.contains(c)).forEach(leading::add);
        }
        return leading;
    }

    /** The position of the column for each of whose frequent values a model of its own is fitted. */
    Optional<Integer> segment() {
        return inputs.job()
                .model()
                .segment()
                .map(name -> named("model.segment", List.of(name)).get(0));
    }

    /** Positions of the columns that conditions are about, in the order of the table. */
    List<Integer> columns() {
        Set<Integer> about = new TreeSet<>();
        conditions().parts().forEach(part -> about.addAll(about(part)));
        conditions()
                .table()
                .ifPresent(table ->
                        about.addAll(named(KEY, List.of(inputs.open(table).columns()))));
        return List.copyOf(about);
    }

    private Conditions conditions() {
        return inputs.job().output().conditions();
    }

    private List<Integer> about(Conditions.Part part) {
        try {
            return Predicates.columns(inputs.spark(), inputs.schema(), part.where());
        } catch (Predicates.Wrong e) {
            throw new ConfigurationException(part.key() + " (" + part.where() + "): " + e.getMessage());
        }
    }

    private List<Integer> named(String key, List<String> columns) {
        List<String> names = Arrays.asList(inputs.schema().fieldNames());
        columns.forEach(name -> Named.refuseUnknown(key, name, names));
        return columns.stream().map(names::indexOf).toList();
    }

    /**
     * A table of conditions under the input's schema; columns that it lacks are missing in every row.
     *
     * @throws ConfigurationException where a column is of a type that does not become the input's, or has a text that no row
     *                                of the input has, or where there are no rows
     */
    Dataset<Row> table(Source source) {
        Dataset<Row> table = inputs.open(source);
        if (inputs.reading(table::isEmpty)) {
            throw new ConfigurationException(
                    KEY + ": " + Reading.name(source) + " has no rows, so that it asks for none; give it some");
        }
        List<String> given = Arrays.asList(table.columns());
        List<Column> cells = new ArrayList<>();
        for (StructField field : inputs.schema().fields()) {
            boolean asked = given.contains(field.name());
            if (asked) {
                refuseOtherType(source, table.schema().apply(field.name()), field);
                refuseUnseen(source, table, field);
            }
            cells.add((asked ? quoted(table, field.name()) : functions.lit(null))
                    .cast(field.dataType())
                    .as(field.name()));
        }
        return table.select(cells.toArray(Column[]::new));
    }

    private static void refuseOtherType(Source source, StructField given, StructField field) {
        DataType type = field.dataType();
        boolean numbers = given.dataType() instanceof NumericType && type instanceof NumericType;
        if (!numbers && !given.dataType().equals(type)) {
            throw new ConfigurationException(KEY + ": column " + field.name() + " of " + Reading.name(source) + " is "
                    + given.dataType().simpleString() + " and not " + type.simpleString()
                    + " as in the input; convert it"
                    + (given.dataType() instanceof StringType
                            ? ", or, if it is CSV, set options: { header: true, inferSchema: true }"
                            : ""));
        }
    }

    private void refuseUnseen(Source source, Dataset<Row> table, StructField field) {
        if (!(field.dataType() instanceof StringType)) {
            return;
        }
        Dataset<Row> asked =
                table.select(quoted(table, field.name())).na().drop().distinct();
        Dataset<Row> known = inputs.input().select(quoted(inputs.input(), field.name()));
        List<Row> unseen = inputs.reading(() -> asked.except(known).limit(1).collectAsList());
        if (!unseen.isEmpty()) {
            throw new ConfigurationException(KEY + ": " + Reading.name(source) + " asks for " + field.name() + " = "
                    + unseen.get(0).getString(0)
                    + ", which no row of the input has, so nothing is known of such rows; leave it out");
        }
    }

    private static Column quoted(Dataset<Row> table, String column) {
        return table.col(Frames.quoted(column));
    }
}
