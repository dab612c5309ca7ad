package io.understudy.jobs.stage;

import io.understudy.codec.RealValues;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Waiting;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.personal.Real;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.SourceRows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructType;

/** Draws the synthetic rows and lets them wait for the gate. */
record Sampling(Inputs inputs, Artifacts artifacts) {

    SampleFile sample(Artifacts.Known model) {
        new OwnRows(inputs).refuseTreated(model.file().profile());
        Taken taken = take(model.file());
        artifacts.clearSample();
        taken.table().rows().write().mode(SaveMode.Overwrite).parquet(artifacts.sampleRows());
        SampleFile sample = new SampleFile(
                SampleFile.FORMAT,
                inputs.basis(),
                asked(inputs),
                model.hash(),
                inputs.job().seed(),
                taken.table().amounts().total(),
                taken.table().amounts().parts(),
                taken.real(),
                taken.filled(),
                taken.table().effective(),
                taken.filled().isEmpty() ? met(model.file().profile(), taken.avoided()) : List.of());
        artifacts.write(sample);
        return sample;
    }

    /**
     * What is sampled.
     *
     * @param real    rows of the input that are published
     * @param filled  cells of these that are drawn, by column
     * @param avoided values not to make up
     */
    private record Taken(DrawnRows.Conditioned table, long real, List<SampleFile.Cells> filled, RealValues avoided) {}

    private Taken take(ModelFile model) {
        RealValues avoided = realValues(model);
        RealRows real = inputs.job().output().real();
        if (real instanceof RealRows.Imputed imputed) {
            return filled(model, imputed, avoided);
        }
        if (real instanceof RealRows.Augmented) {
            OwnRows.Counted own =
                    new OwnRows(inputs).count(inputs.job().output().conditions().parts());
            Amounts amounts = beside(own);
            return new Taken(
                    drawn(drawing(model, avoided, amounts.total()), model, apart -> amounts),
                    own.rows(),
                    List.of(),
                    avoided);
        }
        long rows = asked().orElseGet(() -> inputs.job().output().rows().orElseGet(model.profile()::rows));
        Conditioning.Wanted wanted =
                apart -> Amounts.of(inputs.job().output().conditions().parts(), apart, rows);
        return new Taken(drawn(drawing(model, avoided, rows), model, wanted), 0, List.of(), avoided);
    }

    private Taken filled(ModelFile model, RealRows.Imputed asked, RealValues avoided) {
        Imputing imputing = new Imputing(inputs, model.profile());
        Imputing.Wanted wanted = imputing.wanted(asked);
        Drawing drawing = drawing(model, avoided, wanted.rows());
        DrawnRows.Conditioned rows = new DrawnRows.Conditioned(
                imputing.filled(drawing, wanted),
                Amounts.all(0),
                OptionalDouble.of(imputing.effective(drawing, wanted)));
        return new Taken(rows, wanted.rows(), wanted.columns(), avoided);
    }

    private Drawing drawing(ModelFile model, RealValues avoided, long rows) {
        TableCodec.Making making = new TableCodec.Making(inputs.job().seed(), avoided, rows);
        return Drawing.of(model.model().model(), model.profile(), making);
    }

    private DrawnRows.Conditioned drawn(Drawing drawing, ModelFile model, Conditioning.Wanted wanted) {
        DrawnRows drawn = new DrawnRows(inputs);
        return inputs.job().output().conditions().isEmpty()
                ? new DrawnRows.Conditioned(
                        drawn.of(drawing), Amounts.all(drawing.making().total()), OptionalDouble.empty())
                : drawn.asked(drawing, model, wanted);
    }

    private Amounts beside(OwnRows.Counted real) {
        return asked().map(Amounts::all)
                .orElseGet(
                        () -> Amounts.beside(inputs.job().output().conditions().parts(), real.parts(), real.rows()));
    }

    /** How many rows a table of conditions asks for, if there is one. */
    private Optional<Long> asked() {
        return inputs.job()
                .output()
                .conditions()
                .table()
                .map(table -> inputs.open(table).count());
    }

    /** The values not to make up: of the model where it holds them, else gathered once more. */
    private RealValues realValues(ModelFile model) {
        return model.unguarded().isEmpty() ? model.realValues() : new Fitting(inputs).realValues(model.profile());
    }

    /** Looks through the waiting rows for values that could not but be real ones. */
    private List<SampleFile.Met> met(ProfileFile profile, RealValues real) {
        if (real.parts().isEmpty()) {
            return List.of();
        }
        List<ProfileFile.Entry> columns = profile.columns();
        List<Long> rows = SourceRows.of(waiting()).fold(new RealValues.Met(real, columns.size()));
        return IntStream.range(0, columns.size())
                .filter(c -> !inputs.kept().contains(c))
                .filter(c -> rows.get(c) > 0 && columns.get(c).treatment() instanceof Applied.Nothing)
                .mapToObj(c -> new SampleFile.Met(columns.get(c).name(), rows.get(c)))
                .toList();
    }

    /** What is done with the values of a table, with the keys it needs. */
    static Treatments treatments(ProfileFile profile) {
        return Treatments.of(profile.treated(), System.getenv(), Real.NONE);
    }

    /** Model and rows as a text that changes when they do. */
    static String asked(Inputs inputs) {
        Output output = inputs.job().output();
        return Fitting.asked(inputs) + ", rows "
                + (output.rows().isPresent() ? output.rows().getAsLong() : "same")
                + (output.conditions().isEmpty() ? "" : ", " + output.conditions())
                + (output.real().any() ? ", " + output.real() : "");
    }

    /** The waiting rows under the schema to publish. */
    Dataset<Row> waiting() {
        StructType plain = Frames.plainNames(inputs.schema());
        Dataset<Row> rows = inputs.spark().read().schema(plain).parquet(artifacts.sampleRows());
        return Frames.as(rows, inputs.schema());
    }

    /** The rows to publish and the files they lie in, if those can be published as they are. */
    Waiting toPublish() {
        if (inputs.job().output().real() instanceof RealRows.Augmented) {
            OwnRows own = new OwnRows(inputs);
            return new Waiting(Frames.as(own.with(waiting()), own.schema()), Optional.empty());
        }
        return new Waiting(
                waiting(),
                Frames.hasPlainNames(inputs.schema())
                        ? Optional.of(Folder.of(inputs.spark(), artifacts.sampleRows()))
                        : Optional.empty());
    }
}
