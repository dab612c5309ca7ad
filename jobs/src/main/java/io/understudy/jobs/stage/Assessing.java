package io.understudy.jobs.stage;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.privacy.Distances;
import io.understudy.check.quality.Fidelity;
import io.understudy.check.quality.KWay;
import io.understudy.check.quality.Validity;
import io.understudy.codec.AssessmentCodec;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.jobs.learn.Detection;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkSearch;
import io.understudy.jobs.table.SparkTable;
import io.understudy.neighbour.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures a synthetic table against the rows fitted to and the rows held out, and asks the gate. */
record Assessing(Inputs inputs) {
    static final String PASSED = "passed";
    static final String REFUSED = "refused";

    /**
     * Runs all checks.
     *
     * @param synthetic in the input's schema
     * @param rows      how many rows it has
     * @param known     the name under which the result is kept
     */
    AssessmentFile assess(ProfileFile profile, Dataset<Row> synthetic, long rows, String known) {
        SourceRows.Split real = inputs.real(Sampling.treatments(profile));
        Gate gate = GateRules.of(inputs.job().gate());
        AssessmentCodec codec = AssessmentCodec.learn(inputs.realCounts(real), profile.codec());
        Coded coded = code(codec, profile, new Tables(real, SourceRows.of(synthetic), rows));
        try {
            List<Finding> findings = new ArrayList<>();
            if (!codec.columns().isEmpty()) {
                for (Check check : checks(gate)) {
                    findings.addAll(check.measure(coded.assessed(inputs.job().seed())));
                }
            }
            List<AssessmentFile.Breached> breaches =
                    gate.breaches(findings).stream().map(Assessing::breached).toList();
            if (codec.columns().isEmpty() && !breaches.isEmpty()) {
                breaches = List.of(nothingToCompare(profile));
            }
            return new AssessmentFile(
                    AssessmentFile.FORMAT,
                    inputs.basis(),
                    GateRules.asked(inputs.job().gate()),
                    known,
                    breaches.isEmpty() ? PASSED : REFUSED,
                    rows,
                    findings,
                    breaches);
        } finally {
            coded.release();
        }
    }

    private List<Check> checks(Gate gate) {
        return List.of(
                new Distances(gate.confidence()),
                new Fidelity(),
                new KWay(),
                new Validity(),
                new Detection(inputs.spark(), gate.confidence(), inputs.job().seed()));
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

    /** What is compared: real rows, synthetic ones and how many of these there are. */
    private record Tables(SourceRows.Split real, SourceRows synthetic, long rows) {}

    private Coded code(AssessmentCodec codec, ProfileFile profile, Tables tables) {
        return inputs.reading(() -> new Coded(
                space(codec),
                tables.real().train().encode(codec.domain(), codec::encode, profile.train()),
                tables.real().holdout().encode(codec.domain(), codec::encode, profile.holdout()),
                tables.synthetic().encode(codec.domain(), codec::encode, tables.rows())));
    }

    private static Space space(AssessmentCodec codec) {
        List<Space.Axis> axes = IntStream.range(0, codec.columns().size())
                .<Space.Axis>mapToObj(v -> codec.domain().variable(v).ordered()
                        ? new Space.Numbers(codec.positions(v), codec.numbers(v))
                        : new Space.Labels())
                .toList();
        return new Space(codec.domain(), axes);
    }
}
