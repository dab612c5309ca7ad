package io.understudy.jobs.api;

import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Suggestion;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.KeptRows;
import io.understudy.jobs.table.SyntheticRows;
import io.understudy.model.Weighting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of which some columns are given: the others are drawn given them, as a job does for a table of conditions.
 *
 * @param given a table of some of the model's columns
 */
record GivenRows(ModelFile file, Dataset<Row> given) {

    /**
     * One row for each row of the table.
     *
     * @throws ConfigurationException if a column is none of the model's, of another type or made up without the model; or if
     *                                rows ask for what the model rules out
     */
    Dataset<Row> drawn(long seed) {
        List<Integer> columns = columns();
        Dataset<Row> table = table();
        Drawing drawing = Drawing.of(file, seed, Math.max(1, table.count()));
        SyntheticRows.Recipe recipe =
                new SyntheticRows.Recipe(drawing.model(), (block, same) -> drawing.decode(block), seed);
        KeptRows rows = new KeptRows(
                new SyntheticRows(drawing.codec().columns(), schema()),
                columns,
                drawing.codec()::encode,
                completion(drawing, columns));
        long ruledOut = rows.trial(table, recipe).ruledOut();
        if (ruledOut > 0) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "complete: %,d rows give what the model has never seen together, of %s; leave them out",
                    ruledOut,
                    String.join(", ", given.columns())));
        }
        return rows.complete(table, recipe);
    }

    private static KeptRows.Completion completion(Drawing drawing, List<Integer> columns) {
        if (drawing.model().isLedBy(columns)) {
            return KeptRows.Completion.LED;
        }
        if (drawing.model() instanceof Weighting) {
            return KeptRows.Completion.RESAMPLED;
        }
        throw new ConfigurationException(
                "complete needs the columns that lead a Gaussian copula, and this one is led by"
                        + " others; fit again with model.condition-on");
    }

    private StructType schema() {
        return file.rowType();
    }

    /** Positions of the given columns in the model's table, ascending. */
    private List<Integer> columns() {
        List<String> names = Arrays.asList(schema().fieldNames());
        for (String name : given.columns()) {
            if (!names.contains(name)) {
                throw new ConfigurationException("complete: the model has no column \"" + name + "\""
                        + Suggestion.nearest(name, names)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("; leave it out, and join it to what is drawn by the columns that are given"));
            }
        }
        List<Integer> columns = IntStream.range(0, names.size())
                .filter(c -> Arrays.asList(given.columns()).contains(names.get(c)))
                .boxed()
                .toList();
        columns.forEach(this::refuseUnfit);
        if (columns.size() == names.size()) {
            throw new ConfigurationException(
                    "complete: every column of the model is given, so that nothing is left to draw");
        }
        return columns;
    }

    private void refuseUnfit(int column) {
        ProfileFile.Entry entry = file.profile().columns().get(column);
        if (!entry.modelled()) {
            throw new ConfigurationException("complete: column " + entry.name()
                    + " is an identifier, free text, personal or treated, so that its values are made up without the"
                    + " model; leave it out");
        }
        StructField field = schema().fields()[column];
        DataType type = given.schema().apply(field.name()).dataType();
        boolean numbers = type instanceof NumericType && field.dataType() instanceof NumericType;
        if (!numbers && !type.equals(field.dataType())) {
            throw new ConfigurationException("complete: column " + field.name() + " is " + type.simpleString()
                    + " and not " + field.dataType().simpleString() + " as in the learned table; convert it");
        }
    }

    /** The given columns under the schema of the model; the others are missing. */
    private Dataset<Row> table() {
        List<String> there = Arrays.asList(given.columns());
        return given.select(Arrays.stream(schema().fields())
                .map(field -> (there.contains(field.name())
                                ? given.col(Frames.quoted(field.name()))
                                : functions.lit(null))
                        .cast(field.dataType())
                        .as(field.name()))
                .toArray(Column[]::new));
    }
}
