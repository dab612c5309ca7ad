package io.understudy.jobs.stage;

import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.ColumnCounts;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.jobs.table.SourceRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures a synthetic table against the rows fitted to and the rows held out, and asks the gate. */
record Assessing(Inputs inputs) {
    static final String PASSED = "passed";
    static final String REFUSED = "refused";

    /**
     * What is assessed.
     *
     * @param table in the input's schema
     * @param rows  how many rows it has
     * @param known the name under which the result is kept
     * @param notes what a reader must know about it
     */
    record Candidate(Dataset<Row> table, long rows, String known, List<String> notes) {}

    /** Runs all checks; those of distances and of whole rows over the columns that are made up alone. */
    AssessmentFile assess(ProfileFile profile, Candidate synthetic) {
        Gate gate = GateRules.of(inputs.job().gate());
        Set<String> kept = Set.copyOf(inputs.job().keptColumns());
        Tables tables = new Tables(profile, inputs.real(Sampling.treatments(profile)), synthetic);
        List<ColumnCounts> counts = inputs.realCounts(tables.real());
        AssessmentCodec made = AssessmentCodec.learn(counts, profile.codec(), kept);
        List<Finding> findings = new ArrayList<>();
        if (!made.columns().isEmpty()) {
            Checks checks = new Checks(inputs.spark(), inputs.job(), gate.confidence());
            if (kept.isEmpty()) {
                findings.addAll(measure(made, checks.ofAll(), tables));
            } else {
                AssessmentCodec all = AssessmentCodec.learn(counts, profile.codec());
                findings.addAll(measure(made, checks.ofMadeUp(), tables));
                findings.addAll(measure(all, checks.withKept(), tables));
            }
        }
        List<AssessmentFile.Breached> breaches =
                gate.breaches(findings).stream().map(Assessing::breached).toList();
        if (made.columns().isEmpty() && !breaches.isEmpty()) {
            breaches = List.of(nothingToCompare(profile));
        }
        List<String> notes = new ArrayList<>(synthetic.notes());
        notes.addAll(Notes.of(inputs.job().sensitive(), findings));
        return new AssessmentFile(
                AssessmentFile.FORMAT,
                inputs.basis(),
                GateRules.asked(inputs.job()),
                synthetic.known(),
                breaches.isEmpty() ? PASSED : REFUSED,
                synthetic.rows(),
                findings,
                breaches,
                notes);
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

    private List<Finding> measure(AssessmentCodec codec, List<Check> checks, Tables tables) {
        RealTables real = RealTables.code(inputs, codec, tables.real(), tables.profile());
        try {
            return real.measure(tables.synthetic(), checks);
        } finally {
            real.release();
        }
    }

    /** What is compared: real rows and synthetic ones. */
    private record Tables(ProfileFile profile, SourceRows.Split real, Candidate synthetic) {}
}
