package io.understudy.jobs.stage;

import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.KeptRows;
import io.understudy.jobs.table.SyntheticRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Synthetic rows as a dataset, drawn when they are read; with the real cells of columns that the job keeps. */
record DrawnRows(Inputs inputs) {

    /** All rows of a table, with plain column names; as many as there are real ones where columns are kept. */
    Dataset<Row> of(Drawing drawing) {
        TableCodec codec = drawing.codec();
        TableCodec.Making making = drawing.making();
        SyntheticRows.Recipe recipe =
                new SyntheticRows.Recipe(drawing.model(), (block, seed) -> drawing.decode(block), making.seed());
        SyntheticRows synthetic = new SyntheticRows(codec.columns(), Frames.plainNames(inputs.schema()));
        return inputs.kept().isEmpty()
                ? synthetic.draw(inputs.spark(), recipe, making.total())
                : inputs.reading(
                        () -> new KeptRows(synthetic, inputs.kept(), codec::encode).complete(inputs.input(), recipe));
    }
}
