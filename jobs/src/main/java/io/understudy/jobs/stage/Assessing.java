package io.understudy.jobs.stage;

import io.understudy.check.Check;
import io.understudy.check.Evidence;
import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import io.understudy.check.quality.Fidelity;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.ColumnCounts;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.table.SourceRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures a synthetic table against the rows fitted to and the rows held out, and asks the gate.
 *
 * @param console hears how far long measurements are
 */
record Assessing(Inputs inputs, Console console) {
    static final String PASSED = "passed";
    static final String REFUSED = "refused";

    /**
     * What is assessed.
     *
     * @param table in the input's schema
     * @param rows  how many rows it has
     * @param known the name under which the result is kept
     * @param notes what a reader must know about it
     * @param model what it was drawn from, where that is known
     * @param beside the real rows that it is published with
     */
    record Candidate(
            Dataset<Row> table, long rows, String known, List<String> notes, Optional<ModelFile> model, Beside beside) {
        /** A table without real rows. */
        Candidate(Dataset<Row> table, long rows, String known, List<String> notes, Optional<ModelFile> model) {
            this(table, rows, known, notes, model, Beside.NONE);
        }
    }

    /** What the gate said, and what there is to look at. */
    record Assessment(AssessmentFile file, Pictures pictures) {}

    /** Runs all checks; those of distances and of whole rows over the columns that are made up alone. */
    Assessment assess(ProfileFile profile, Candidate synthetic) {
        Gate gate = GateRules.of(inputs.job(), synthetic.model(), RepeatedValues.columns(inputs.job(), profile));
        Set<String> kept = Set.copyOf(inputs.job().keptColumns());
        Watch watch = new Watch(inputs.spark());
        Tables tables = new Tables(profile, inputs.real(Sampling.treatments(profile)), synthetic);
        List<ColumnCounts> counts = inputs.realCounts(tables.real());
        AssessmentCodec made = AssessmentCodec.learn(counts, profile.codec(), kept);
        Seen seen = Seen.NOTHING;
        if (!made.columns().isEmpty()) {
            Checks checks = new Checks(inputs.job(), inputs.rowsOfK(), gate.confidence());
            Tables persons = tables.ofPersons(inputs);
            List<Function<Watch, Evidence>> others = others(persons, gate.confidence());
            if (synthetic.beside().trial()) {
                seen = measure(made, checks.ofLikeness(), tables, watch, others);
            } else if (inputs.job().weight().isPresent()) {
                seen = measure(made, checks.ofPrivacy(), persons, watch, List.of())
                        .and(measure(made, checks.ofPopulation(), tables, watch, others));
            } else if (synthetic.beside().real() > 0) {
                seen = measure(made, checks.ofPrivacy(), tables, watch, List.of())
                        .and(measure(made, checks.ofLikeness(), tables.alike(inputs), watch, others));
            } else if (kept.isEmpty()) {
                seen = measure(made, checks.ofAll(), tables, watch, others);
            } else {
                AssessmentCodec all = AssessmentCodec.learn(counts, profile.codec());
                seen = measure(made, checks.ofMadeUp(), tables, watch, List.of())
                        .and(measure(all, checks.withKept(), tables, watch, others));
            }
        }
        List<Finding> findings = seen.findings();
        List<AssessmentFile.Breached> breaches = breaches(gate, findings, watch);
        if (made.columns().isEmpty() && !breaches.isEmpty()) {
            breaches = List.of(nothingToCompare(profile));
        }
        AssessmentFile file = new AssessmentFile(
                AssessmentFile.FORMAT,
                inputs.basis(),
                GateRules.asked(inputs.job()),
                synthetic.known(),
                breaches.isEmpty() ? PASSED : REFUSED,
                synthetic.beside().trial() ? 0 : synthetic.rows(),
                synthetic.beside().real(),
                findings,
                breaches,
                notes(synthetic, findings, watch));
        return new Assessment(file, seen.pictures());
    }

    /** What is measured of other things than tables of codes. */
    private List<Function<Watch, Evidence>> others(Tables tables, double confidence) {
        List<Function<Watch, Evidence>> others = new ArrayList<>();
        if (!tables.synthetic().beside().trial()) {
            RepeatedValues repeated = new RepeatedValues(inputs, confidence);
            others.add(watch -> watch.measure(
                    "check of made-up values",
                    () -> repeated.measure(tables.profile(), tables.real(), tables.synthetic())));
        }
        ModelAssessing modelled = new ModelAssessing(inputs, tables.profile(), confidence);
        tables.synthetic()
                .model()
                .ifPresent(
                        file -> others.add(watch -> watch.measure("check of the model", () -> modelled.assess(file))));
        return others;
    }

    /** A check that did not come to its end comes first: it is why what it measures is missing. */
    private static List<AssessmentFile.Breached> breaches(Gate gate, List<Finding> findings, Watch watch) {
        List<AssessmentFile.Breached> breaches = new ArrayList<>();
        if (!gate.rules().isEmpty()) {
            watch.failures().forEach(why -> breaches.add(new AssessmentFile.Breached("", "", why)));
        }
        gate.breaches(findings).stream().map(Assessing::breached).forEach(breaches::add);
        return breaches;
    }

    private List<String> notes(Candidate synthetic, List<Finding> findings, Watch watch) {
        List<String> notes = new ArrayList<>(synthetic.notes());
        notes.addAll(watch.failures());
        notes.addAll(watch.undrawn());
        Notes.weighted(inputs).ifPresent(notes::add);
        if (!synthetic.beside().trial()) {
            Notes.sampled(synthetic.rows()).ifPresent(notes::add);
        }
        notes.addAll(Notes.of(inputs.job().sensitive(), synthetic.beside(), findings));
        return notes;
    }

    /** One reason in place of a rule after the other that found nothing measured. */
    private static AssessmentFile.Breached nothingToCompare(ProfileFile profile) {
        String names = profile.columns().stream().map(ProfileFile.Entry::name).collect(Collectors.joining(", "));
        String message = "every column is an identifier or free text (" + names + "), so there is nothing to compare;"
                + " say otherwise with columns.NAME.kind, or publish unchecked with gate.preset: report-only";
        return new AssessmentFile.Breached("", "", message);
    }

    private static AssessmentFile.Breached breached(Breach breach) {
        String subject = breach.finding().map(Finding::subject).orElse("");
        return new AssessmentFile.Breached(breach.rule().finding(), subject, breach.message());
    }

    /** What is compared: real rows and synthetic ones. */
    private record Tables(ProfileFile profile, SourceRows.Split real, Candidate synthetic) {

        /** The same with every real row once, where rows stand for several. */
        Tables ofPersons(Inputs inputs) {
            if (inputs.job().weight().isEmpty()) {
                return this;
            }
            Persons persons = Persons.of(inputs, profile);
            return new Tables(persons.profile(), persons.rows(), synthetic);
        }

        /** Of the real rows those of the kinds that were drawn; all where fewer rows than a value needs are of them. */
        Tables alike(Inputs inputs) {
            if (synthetic.beside().kinds().isEmpty()) {
                return this;
            }
            SourceRows.Split alike =
                    new OwnRows(inputs).meeting(real, synthetic.beside().kinds());
            long train = inputs.reading(() -> alike.train().count());
            long holdout = inputs.reading(() -> alike.holdout().count());
            return Math.min(train, holdout) < inputs.rowsOfK()
                    ? this
                    : new Tables(profile.over(inputs.basis(), train, holdout), alike, synthetic);
        }
    }

    private Seen measure(
            AssessmentCodec codec,
            List<Check> checks,
            Tables tables,
            Watch watch,
            List<Function<Watch, Evidence>> others) {
        RealTables real = RealTables.code(inputs, codec, tables.real(), tables.profile());
        boolean drawn = checks.stream().anyMatch(Fidelity.class::isInstance);
        RealTables.Illustrator illustrator =
                drawn ? new Illustrating(inputs, tables.profile(), codec) : RealTables.Illustrator.NONE;
        try {
            return real.examine(
                    tables.synthetic(), checks, new RealTables.Watching(watch, console), illustrator, others);
        } finally {
            real.release();
        }
    }
}
