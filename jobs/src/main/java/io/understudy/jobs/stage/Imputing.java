package io.understudy.jobs.stage;

import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.ImputedRows;
import io.understudy.jobs.table.SourceRows;
import io.understudy.model.Weighting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Fills what is missing in the input's own rows with draws given what is there. */
record Imputing(Inputs inputs, ProfileFile profile) {
    private static final String KEY = "output.impute";
    /** Rows over which the worth of candidates is averaged, about. */
    private static final double TRIED = 4_096;
    /** The share of known cells that is hidden from held-out rows to see how well they are drawn. */
    private static final double HIDDEN = 1.0 / 3;

    /**
     * What is filled.
     *
     * @param columns with cells missing
     * @param rows    of the input
     */
    record Wanted(List<SampleFile.Cells> columns, long rows) {
        Wanted {
            columns = List.copyOf(columns);
        }

        long cells() {
            return columns.stream().mapToLong(SampleFile.Cells::cells).sum();
        }
    }

    /**
     * Counts what is missing.
     *
     * @throws ConfigurationException if nothing is, or a column cannot be filled
     */
    Wanted wanted(RealRows.Imputed asked) {
        List<String> names = Arrays.asList(inputs.schema().fieldNames());
        asked.columns().forEach(name -> Named.refuseUnknown(KEY, name, names));
        asked.columns().forEach(name -> requireFillable(profile.columns().get(names.indexOf(name))));
        Dataset<Row> input = inputs.input();
        Column[] missing = names.stream()
                .map(name -> functions.count(
                        functions.when(input.col(Frames.quoted(name)).isNull(), 1)))
                .toArray(Column[]::new);
        Row counts = inputs.reading(
                () -> input.agg(functions.count(functions.lit(1)), missing).head());
        List<SampleFile.Cells> columns = IntStream.range(0, names.size())
                .filter(c -> asked.columns().isEmpty()
                        ? fillable(profile.columns().get(c))
                        : asked.columns().contains(names.get(c)))
                .mapToObj(c -> new SampleFile.Cells(names.get(c), counts.getLong(1 + c)))
                .filter(filled -> filled.cells() > 0)
                .toList();
        if (columns.isEmpty()) {
            throw new ConfigurationException(KEY + " has nothing to fill: no cell is missing in "
                    + (asked.columns().isEmpty()
                            ? "any column that a model can fill"
                            : String.join(", ", asked.columns()))
                    + "; leave it out");
        }
        return new Wanted(columns, counts.getLong(0));
    }

    /** Values that the model knows, and at least one that is there. */
    private static boolean fillable(ProfileFile.Entry entry) {
        return entry.modelled()
                && entry.codec().codec().variable().size()
                        > (entry.codec().codec().variable().missing() ? 1 : 0);
    }

    private static void requireFillable(ProfileFile.Entry entry) {
        if (!fillable(entry)) {
            throw new ConfigurationException(
                    KEY + ": what is missing in the column " + entry.name()
                            + " cannot be drawn, since it is an identifier, free text, personal, treated or empty; leave it out");
        }
    }

    /** All rows of the input with what is missing filled, under plain names. */
    Dataset<Row> filled(Drawing drawing, Wanted wanted) {
        return dataset(rows(drawing, wanted, 0).fill(SourceRows.of(inputs.input())));
    }

    /** How many rows the candidates are worth of which one is taken, on average. */
    double effective(Drawing drawing, Wanted wanted) {
        double share = Math.min(1, TRIED / wanted.cells());
        return inputs.reading(() -> rows(drawing, wanted, 0).effective(SourceRows.of(inputs.input()), share));
    }

    /** Held-out rows of which some known cells of the same columns were hidden and drawn. */
    Dataset<Row> trial(ModelFile model, SampleFile sample) {
        Wanted wanted = new Wanted(sample.filled(), sample.real());
        TableCodec.Making making = new TableCodec.Making(sample.seed(), model.realValues(), wanted.rows());
        Drawing drawing = Drawing.of(model.model().model(), profile, making);
        return Frames.as(dataset(rows(drawing, wanted, HIDDEN).fill(inputs.holdout())), inputs.schema());
    }

    private Dataset<Row> dataset(SourceRows rows) {
        return rows.dataset(inputs.spark(), Frames.plainNames(inputs.schema()));
    }

    private ImputedRows rows(Drawing drawing, Wanted wanted, double hidden) {
        if (!(drawing.model() instanceof Weighting model)) {
            throw new ConfigurationException(KEY + " needs model.type: bayesian-network");
        }
        List<String> names = Arrays.asList(inputs.schema().fieldNames());
        List<Integer> columns = wanted.columns().stream()
                .map(filled -> names.indexOf(filled.column()))
                .toList();
        return new ImputedRows(model, drawing.codec(), drawing.making(), columns, hidden);
    }
}
