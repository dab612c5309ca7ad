package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.KeptRows;
import io.understudy.jobs.table.Predicates;
import io.understudy.jobs.table.SyntheticRows;
import io.understudy.model.Likelihood;
import java.util.List;
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
                : inputs.reading(() -> completed(drawing, inputs.kept(), inputs.input()));
    }

    /**
     * The rows that the job's conditions ask for.
     *
     * @throws ConfigurationException where a condition cannot be met
     */
    Dataset<Row> asked(Drawing drawing, ModelFile file) {
        Conditions conditions = inputs.job().output().conditions();
        Asked asked = new Asked(inputs);
        List<Integer> about = asked.columns();
        refuseUnfit(about, file.profile());
        if (conditions.table().isPresent()) {
            Dataset<Row> given = asked.table(conditions.table().get());
            return inputs.reading(() -> completed(drawing, about, given));
        }
        if (!(file.model().model() instanceof Likelihood model)) {
            throw new ConfigurationException("output.conditions need a model that can tell how likely a value is");
        }
        ConditionedRows rows = new Conditioning(drawing, model, about).rows(conditions, predicates(drawing, about));
        return table(drawing).draw(inputs.spark(), recipe(drawing), rows);
    }

    private Predicates predicates(Drawing drawing, List<Integer> about) {
        StructField[] fields = inputs.schema().fields();
        return new Predicates(
                inputs.spark(),
                about.stream().map(drawing.codec().columns()::get).toList(),
                new StructType(about.stream().map(c -> fields[c]).toArray(StructField[]::new)),
                inputs.job().output().conditions().parts().stream()
                        .map(Conditions.Part::where)
                        .toList());
    }

    /** A model knows columns by their codes: of identifiers, texts and personal columns it knows next to nothing. */
    private static void refuseUnfit(List<Integer> about, ProfileFile profile) {
        for (int column : about) {
            ProfileFile.Entry entry = profile.columns().get(column);
            if (!profile.codec().kinds().get(column).modelled() || !(entry.treatment() instanceof Applied.Nothing)) {
                throw new ConfigurationException("output.conditions are about the column " + entry.name()
                        + ", which is an identifier, free text, personal or treated, so that its values are made up"
                        + " without the model; condition on others");
            }
        }
    }

    private Dataset<Row> completed(Drawing drawing, List<Integer> given, Dataset<Row> rows) {
        return new KeptRows(table(drawing), given, drawing.codec()::encode).complete(rows, recipe(drawing));
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
