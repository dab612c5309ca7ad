package io.understudy.jobs.stage;

import io.understudy.codec.RealValues;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.KeptRows;
import io.understudy.jobs.table.SyntheticRows;
import io.understudy.model.Model;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Synthetic rows, drawn from a model when they are read.
 *
 * @param real values that must not be made up
 */
record Drawing(Inputs inputs, ProfileFile profile, RealValues real) {

    /** As many rows, with plain column names; as many as there are real ones where columns are kept. */
    Dataset<Row> of(Model model, long rows) {
        TableCodec codec = profile.codec();
        StructType schema = Frames.plainNames(inputs.schema());
        // What goes to the executors must not take this record along.
        RealValues real = this.real;
        Treatments treatments = Sampling.treatments(
                profile, (column, text) -> real.column(column).text(text));
        SyntheticRows.Decoding decoding =
                (block, seed) -> treatments.synthetic(codec.decode(block, seed, real, rows), block.firstRow(), seed);
        SyntheticRows.Recipe recipe =
                new SyntheticRows.Recipe(model, decoding, inputs.job().seed());
        SyntheticRows synthetic = new SyntheticRows(codec.columns(), schema);
        return inputs.kept().isEmpty()
                ? synthetic.draw(inputs.spark(), recipe, rows)
                : inputs.reading(
                        () -> new KeptRows(synthetic, inputs.kept(), codec::encode).complete(inputs.input(), recipe));
    }
}
