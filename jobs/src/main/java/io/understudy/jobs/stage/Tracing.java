package io.understudy.jobs.stage;

import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.privacy.Distances;
import io.understudy.check.quality.Fidelity;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.table.Frames;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkTable;
import io.understudy.model.Model;
import io.understudy.report.Frontier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits and assesses the job's model at several settings of closeness, with the rows profiled and coded once; writes no rows.
 *
 * @param console hears how far long measurements are
 */
record Tracing(Inputs inputs, Console console) {
    private static final List<Double> SETTINGS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
    private static final long MOST_ROWS = 200_000;
    private static final Set<String> SHOWN =
            Set.of("privacy.closer-to-train", "quality.c2st-auc", "quality.shape-error", "quality.trend-error");

    /** One point a setting; at most {@value #MOST_ROWS} rows each, unless columns are kept. */
    List<Frontier.Point> trace(ProfileFile profile) {
        SourceRows.Split real = inputs.real(Sampling.treatments(profile));
        AssessmentCodec codec = AssessmentCodec.learn(
                inputs.realCounts(real),
                profile.codec(),
                Set.copyOf(inputs.job().keptColumns()));
        if (codec.columns().isEmpty()) {
            throw new ConfigurationException("every column is kept, an identifier or free text, so there is nothing to"
                    + " compare; say otherwise with columns.NAME.kind or columns.NAME.role");
        }
        SparkTable learned = new Fitting(inputs).coded(profile);
        List<Compared> compared = compared(profile, codec, real);
        try {
            List<Frontier.Point> points = new ArrayList<>();
            TableCodec.Making making =
                    new TableCodec.Making(inputs.job().seed(), new Fitting(inputs).realValues(profile), rows(profile));
            for (double closeness : SETTINGS) {
                Model model = inputs.reading(
                        () -> Fitting.estimator(inputs, closeness).fit(learned));
                points.add(new Frontier.Point(
                        closeness, making.total(), measured(Drawing.of(model, profile, making), compared)));
            }
            return points;
        } finally {
            compared.forEach(each -> each.real().release());
            learned.blocks().unpersist(false);
        }
    }

    /** Kept columns are those of the real rows: there are as many rows as these. */
    private long rows(ProfileFile profile) {
        Job job = inputs.job();
        long asked = job.output().rows().orElseGet(profile::rows);
        return inputs.kept().isEmpty() ? Math.min(asked, MOST_ROWS) : asked;
    }

    /** Real rows, and what is measured against them. */
    private record Compared(RealTables real, List<Check> checks) {}

    /** Distances are to real rows, each once; likeness is to all that they stand for. */
    private List<Compared> compared(ProfileFile profile, AssessmentCodec codec, SourceRows.Split real) {
        double confidence =
                GateRules.of(inputs.job(), Optional.empty(), List.of()).confidence();
        List<Check> near = List.of(new Distances(confidence));
        List<Check> alike = List.of(new Fidelity(), Checks.detection(inputs.job(), confidence));
        RealTables all = RealTables.code(inputs, codec, real, profile);
        if (inputs.job().weight().isEmpty()) {
            return List.of(new Compared(
                    all, Stream.concat(near.stream(), alike.stream()).toList()));
        }
        Persons persons = Persons.of(inputs, profile);
        RealTables once = RealTables.code(inputs, codec, persons.rows(), persons.profile());
        return List.of(new Compared(once, near), new Compared(all, alike));
    }

    private List<Finding> measured(Drawing drawing, List<Compared> compared) {
        long rows = drawing.making().total();
        RealTables.Watching watching = new RealTables.Watching(new Watch(inputs.spark()), console);
        Dataset<Row> table = Frames.as(new DrawnRows(inputs).of(drawing), inputs.schema());
        Assessing.Candidate candidate = new Assessing.Candidate(table, rows, "", List.of(), Optional.empty());
        return compared.stream()
                .flatMap(each -> each.real().measure(candidate, each.checks(), watching).stream())
                .filter(finding ->
                        SHOWN.contains(finding.name()) && finding.subject().isEmpty())
                .toList();
    }
}
