package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.KeptRows;
import io.understudy.jobs.table.Predicates;
import io.understudy.jobs.table.ResampledRows;
import io.understudy.jobs.table.SyntheticRows;
import io.understudy.model.Likelihood;
import io.understudy.model.Weighting;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Synthetic rows as a dataset, drawn when they are read; with the real cells of columns that the job keeps. */
record DrawnRows(Inputs inputs) {

    /** All rows of a table, with plain column names; as many as there are real ones where columns are kept. */
    Dataset<Row> of(Drawing drawing) {
        return inputs.kept().isEmpty()
                ? table(drawing)
                        .draw(inputs.spark(), recipe(drawing), drawing.making().total())
                : inputs.reading(() -> rows(drawing, inputs.kept(), KeptRows.Completion.LED)
                        .complete(inputs.input(), recipe(drawing)));
    }

    /**
     * Rows that were asked for.
     *
     * @param amounts   how many there are
     * @param effective how many rows the candidates of a row are worth; empty where rows are exact without any
     */
    record Conditioned(Dataset<Row> rows, Amounts amounts, OptionalDouble effective) {}

    /**
     * The rows that the job's conditions ask for.
     *
     * @param wanted how many of each
     * @throws ConfigurationException where a condition cannot be met, or not with others in these numbers
     */
    Conditioned asked(Drawing drawing, ModelFile file, Conditioning.Wanted wanted) {
        Conditions conditions = inputs.job().output().conditions();
        Asked asked = new Asked(inputs);
        List<Integer> about = asked.columns();
        refuseUnfit(about, file.profile());
        if (!(file.model().model() instanceof Likelihood model)) {
            throw new ConfigurationException("output.conditions need a model that can tell how likely a value is");
        }
        boolean led = model.tellsOf(about);
        boolean table = conditions.table().isPresent();
        if (!led && !table && !(drawing.model() instanceof Weighting)) {
            throw new ConfigurationException(
                    "a Gaussian copula can be asked about one column, the one that it was fitted to"
                            + " be led by, and output.conditions are about "
                            + about.stream()
                                    .map(c -> inputs.columns().get(c).name())
                                    .toList()
                            + "; fit again if that is one, or use model.type: bayesian-network");
        }
        if (table) {
            return given(drawing, about, asked.table(conditions.table().get()));
        }
        Predicates predicates = predicates(drawing, about);
        if (led) {
            Conditioning.Drawn drawn =
                    new Conditioning(drawing, about, new LeadingChances(model)).rows(conditions, predicates, wanted);
            return new Conditioned(
                    table(drawing)
                            .draw(inputs.spark(), recipe(drawing), drawn.rows().rows(), drawn.rows()),
                    drawn.amounts(),
                    OptionalDouble.empty());
        }
        return resampled(
                drawing,
                new Conditioning(drawing, about, new ProposedChances(recipe(drawing)))
                        .rows(conditions, predicates, wanted));
    }

    /** Columns that do not lead the model: candidates are weighed, and tried before any row is drawn. */
    private Conditioned resampled(Drawing drawing, Conditioning.Drawn drawn) {
        ResampledRows rows = new ResampledRows(drawn.rows(), drawn.chances());
        long all = drawn.rows().rows();
        double effective = 0;
        for (int part = 0; part < drawn.refusals().size(); part++) {
            ResampledRows.Trial trial = rows.trial(recipe(drawing), part);
            if (trial.chance() < Conditioning.NOTHING) {
                throw new ConfigurationException(drawn.refusals().get(part));
            }
            effective += trial.effective() * drawn.rows().parts().get(part).rows() / all;
        }
        return new Conditioned(
                table(drawing).draw(inputs.spark(), recipe(drawing), all, rows),
                drawn.amounts(),
                OptionalDouble.of(effective));
    }

    /** One row for each row of a table. */
    private Conditioned given(Drawing drawing, List<Integer> about, Dataset<Row> table) {
        boolean led = drawing.model().isLedBy(about);
        if (!led && !(drawing.model() instanceof Weighting)) {
            throw new ConfigurationException(
                    "the columns of a table of conditions must lead a Gaussian copula, and the stored"
                            + " one is led by others; run understudy fit with this job file again");
        }
        KeptRows rows = rows(drawing, about, led ? KeptRows.Completion.LED : KeptRows.Completion.RESAMPLED);
        KeptRows.Trial trial = inputs.reading(() -> rows.trial(table, recipe(drawing)));
        if (trial.ruledOut() > 0) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "output.conditions: %,d rows of the table of conditions ask for what the model has never seen together, of %s;"
                            + " leave them out",
                    trial.ruledOut(),
                    about.stream().map(c -> inputs.columns().get(c).name()).collect(Collectors.joining(", "))));
        }
        return inputs.reading(() -> new Conditioned(
                rows.complete(table, recipe(drawing)),
                Amounts.all(drawing.making().total()),
                led ? OptionalDouble.empty() : OptionalDouble.of(trial.effective())));
    }

    private Predicates predicates(Drawing drawing, List<Integer> about) {
        StructField[] fields = inputs.schema().fields();
        return new Predicates(
                inputs.spark(),
                about.stream().map(drawing.codec().columns()::get).toList(),
                new StructType(about.stream().map(c -> fields[c]).toArray(StructField[]::new)),
                wheres(inputs.job().output()));
    }

    /** Of a table with real rows in it, every synthetic one counts for one condition alone. */
    private static List<String> wheres(Output output) {
        return output.real().any()
                ? output.conditions().exclusively()
                : output.conditions().parts().stream()
                        .map(Conditions.Part::where)
                        .toList();
    }

    /** A model knows columns by their codes: of identifiers, texts and personal columns it knows next to nothing. */
    private static void refuseUnfit(List<Integer> about, ProfileFile profile) {
        for (int column : about) {
            ProfileFile.Entry entry = profile.columns().get(column);
            if (!entry.modelled()) {
                throw new ConfigurationException("output.conditions are about the column " + entry.name()
                        + ", which is an identifier, free text, personal or treated, so that its values are made up"
                        + " without the model; condition on others");
            }
        }
    }

    private KeptRows rows(Drawing drawing, List<Integer> given, KeptRows.Completion completion) {
        return new KeptRows(table(drawing), given, drawing.codec()::encode, completion);
    }

    private SyntheticRows table(Drawing drawing) {
        return new SyntheticRows(drawing.codec().columns(), Frames.plainNames(inputs.schema()));
    }

    private static SyntheticRows.Recipe recipe(Drawing drawing) {
        return new SyntheticRows.Recipe(
                drawing.model(),
                (block, seed) -> drawing.decode(block),
                drawing.making().seed());
    }
}
