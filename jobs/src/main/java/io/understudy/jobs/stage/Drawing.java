package io.understudy.jobs.stage;

import io.understudy.codec.RealValues;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.KeptRows;
import io.understudy.jobs.table.Predicates;
import io.understudy.jobs.table.SyntheticRows;
import io.understudy.model.Likelihood;
import io.understudy.model.Model;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Synthetic rows, drawn from a model when they are read.
 *
 * @param real values that must not be made up
 */
record Drawing(Inputs inputs, ProfileFile profile, RealValues real) {

    /** As many rows, with plain column names; as many as there are real ones where columns are kept. */
    Dataset<Row> of(Model model, long rows) {
        SyntheticRows synthetic = synthetic();
        SyntheticRows.Recipe recipe = recipe(model, rows);
        return inputs.kept().isEmpty()
                ? synthetic.draw(inputs.spark(), recipe, rows)
                : inputs.reading(() ->
                        new KeptRows(synthetic, inputs.kept(), profile.codec()::encode).complete(inputs.input(), recipe));
    }

    /**
     * The rows that the job's conditions ask for.
     *
     * @throws ConfigurationException where a condition cannot be met
     */
    Dataset<Row> asked(Model model, long rows) {
        Conditions conditions = inputs.job().output().conditions();
        List<Integer> about = inputs.conditioned();
        refuseUnfit(about);
        SyntheticRows synthetic = synthetic();
        SyntheticRows.Recipe recipe = recipe(model, rows);
        if (conditions.table().isPresent()) {
            Dataset<Row> table = inputs.conditionsTable(conditions.table().get());
            return inputs.reading(() -> new KeptRows(synthetic, about, profile.codec()::encode).complete(table, recipe));
        }
        if (!(model instanceof Likelihood likely)) {
            throw new ConfigurationException("output.conditions need a model that can tell how likely a value is");
        }
        Conditioning conditioning = new Conditioning(profile.codec(), likely, about, real);
        long seed = inputs.job().seed();
        return synthetic.draw(
                inputs.spark(), recipe, conditioning.rows(conditions, predicates(conditions, about), rows, seed));
    }

    private Predicates predicates(Conditions conditions, List<Integer> about) {
        StructField[] fields = inputs.schema().fields();
        return new Predicates(
                inputs.spark(),
                about.stream().map(profile.codec().columns()::get).toList(),
                new StructType(about.stream().map(c -> fields[c]).toArray(StructField[]::new)),
                conditions.parts().stream().map(Conditions.Part::where).toList());
    }

    /** A model knows columns by their codes: of identifiers, texts and personal columns it knows next to nothing. */
    private void refuseUnfit(List<Integer> about) {
        for (int column : about) {
            ProfileFile.Entry entry = profile.columns().get(column);
            if (!profile.codec().kinds().get(column).modelled() || !(entry.treatment() instanceof Applied.Nothing)) {
                throw new ConfigurationException("output.conditions are about the column " + entry.name()
                        + ", which is an identifier, free text, personal or treated, so that its values are made up"
                        + " without the model; condition on others");
            }
        }
    }

    private SyntheticRows synthetic() {
        return new SyntheticRows(profile.codec().columns(), Frames.plainNames(inputs.schema()));
    }

    private SyntheticRows.Recipe recipe(Model model, long rows) {
        TableCodec codec = profile.codec();
        // What goes to the executors must not take this record along.
        RealValues real = this.real;
        Treatments treatments = Sampling.treatments(
                profile, (column, text) -> real.column(column).text(text));
        SyntheticRows.Decoding decoding =
                (block, seed) -> treatments.synthetic(codec.decode(block, seed, real, rows), block.firstRow(), seed);
        return new SyntheticRows.Recipe(model, decoding, inputs.job().seed());
    }
}
