package io.understudy.jobs.stage;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.privacy.Distances;
import io.understudy.check.quality.Fidelity;
import io.understudy.check.quality.KWay;
import io.understudy.check.quality.Validity;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.ColumnCounts;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.jobs.learn.Detection;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkSearch;
import io.understudy.jobs.table.SparkTable;
import io.understudy.neighbour.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            List<Check> checks = new ArrayList<>(List.of(new Distances(gate.confidence())));
            if (kept.isEmpty()) {
                checks.add(new Fidelity());
            } else {
                AssessmentCodec all = AssessmentCodec.learn(counts, profile.codec());
                findings.addAll(new Measuring(all, List.of(new Fidelity(kept))).measure(inputs, tables));
            }
            checks.addAll(List.of(
                    new KWay(),
                    new Validity(),
                    new Detection(
                            inputs.spark(), gate.confidence(), inputs.job().seed())));
            findings.addAll(0, new Measuring(made, checks).measure(inputs, tables));
        }
        List<AssessmentFile.Breached> breaches =
                gate.breaches(findings).stream().map(Assessing::breached).toList();
        if (made.columns().isEmpty() && !breaches.isEmpty()) {
            breaches = List.of(nothingToCompare(profile));
        }
        return new AssessmentFile(
                AssessmentFile.FORMAT,
                inputs.basis(),
                GateRules.asked(inputs.job().gate()),
                synthetic.known(),
                breaches.isEmpty() ? PASSED : REFUSED,
                synthetic.rows(),
                findings,
                breaches,
                synthetic.notes());
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
    private record Tables(ProfileFile profile, SourceRows.Split real, Candidate synthetic) {}

    /** Checks over the columns of one codec. */
    private record Measuring(AssessmentCodec codec, List<Check> checks) {

        List<Finding> measure(Inputs inputs, Tables tables) {
            Coded coded = inputs.reading(() -> code(tables));
            try {
                List<Finding> findings = new ArrayList<>();
                for (Check check : checks) {
                    findings.addAll(check.measure(coded.assessed(inputs.job().seed())));
                }
                return findings;
            } finally {
                coded.release();
            }
        }

        private Coded code(Tables tables) {
            ProfileFile profile = tables.profile();
            Candidate synthetic = tables.synthetic();
            return new Coded(
                    space(codec),
                    tables.real().train().encode(codec.domain(), codec::encode, profile.train()),
                    tables.real().holdout().encode(codec.domain(), codec::encode, profile.holdout()),
                    SourceRows.of(synthetic.table()).encode(codec.domain(), codec::encode, synthetic.rows()));
        }
    }

    private record Coded(Space space, SparkTable train, SparkTable holdout, SparkTable synthetic) {
        Assessed assessed(long seed) {
            return new Assessed(space, train, holdout, synthetic, new SparkSearch(space, seed));
        }

        void release() {
            for (SparkTable table : List.of(train, holdout, synthetic)) {
                table.blocks().unpersist(false);
            }
        }
    }

    /** What the codes of a codec for checks mean. */
    static Space space(AssessmentCodec codec) {
        List<Space.Axis> axes = IntStream.range(0, codec.columns().size())
                .<Space.Axis>mapToObj(v -> codec.domain().variable(v).ordered()
                        ? new Space.Numbers(codec.positions(v), codec.numbers(v))
                        : new Space.Labels())
                .toList();
        return new Space(codec.domain(), axes);
    }
}
