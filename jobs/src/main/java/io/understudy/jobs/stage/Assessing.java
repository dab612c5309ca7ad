package io.understudy.jobs.stage;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Curve;
import io.understudy.check.Evidence;
import io.understudy.check.Finding;
import io.understudy.check.picture.Gallery;
import io.understudy.check.picture.Pictures;
import io.understudy.check.quality.Fidelity;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.ColumnCounts;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkSearch;
import io.understudy.jobs.table.SparkTable;
import io.understudy.neighbour.Space;
import io.understudy.schema.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
     */
    record Candidate(Dataset<Row> table, long rows, String known, List<String> notes, Optional<ModelFile> model) {}

    /** What the gate said, and what there is to look at. */
    record Assessment(AssessmentFile file, Pictures pictures) {}

    /** What some checks have measured. */
    private record Seen(List<Finding> findings, Pictures pictures) {
        static final Seen NOTHING = new Seen(List.of(), Pictures.NONE);

        /** Both; columns and pairs are drawn once. */
        Seen and(Seen more) {
            Pictures drawn = pictures.columns().isEmpty() ? more.pictures : pictures;
            return new Seen(join(findings, more.findings), drawn.with(join(pictures.curves(), more.pictures.curves())));
        }

        private static <T> List<T> join(List<T> some, List<T> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    /** Runs all checks; those of distances and of whole rows over the columns that are made up alone. */
    Assessment assess(ProfileFile profile, Candidate synthetic) {
        Gate gate = GateRules.of(inputs.job(), synthetic.model());
        Set<String> kept = Set.copyOf(inputs.job().keptColumns());
        Watch watch = new Watch(inputs.spark());
        Tables tables = new Tables(profile, inputs.real(Sampling.treatments(profile)), synthetic);
        List<ColumnCounts> counts = inputs.realCounts(tables.real());
        AssessmentCodec made = AssessmentCodec.learn(counts, profile.codec(), kept);
        Seen seen = Seen.NOTHING;
        List<Finding> ofModel = new ArrayList<>();
        if (!made.columns().isEmpty()) {
            Checks checks = new Checks(inputs.spark(), inputs.job(), gate.confidence());
            if (kept.isEmpty()) {
                seen = new Measuring(made, checks.ofAll()).measure(this, watch, tables);
            } else {
                AssessmentCodec all = AssessmentCodec.learn(counts, profile.codec());
                seen = new Measuring(made, checks.ofMadeUp())
                        .measure(this, watch, tables)
                        .and(new Measuring(all, checks.withKept()).measure(this, watch, tables));
            }
            ModelAssessing modelled = new ModelAssessing(inputs, gate.confidence());
            synthetic
                    .model()
                    .map(file -> watch.measure("check of the model", () -> modelled.assess(file)))
                    .ifPresent(ofModel::addAll);
        }
        List<Finding> findings = Seen.join(seen.findings(), ofModel);
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
                synthetic.rows(),
                findings,
                breaches,
                notes(synthetic, findings, watch));
        return new Assessment(file, seen.pictures());
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

    private static List<String> notes(Candidate synthetic, List<Finding> findings, Watch watch) {
        List<String> notes = new ArrayList<>(synthetic.notes());
        notes.addAll(watch.failures());
        findings.stream()
                .filter(Finding::inconclusive)
                .map(finding -> finding.name()
                        + (finding.subject().isEmpty() ? "" : " of " + finding.subject())
                        + " decides nothing: there were too few rows to measure it on.")
                .forEach(notes::add);
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
    private record Tables(ProfileFile profile, SourceRows.Split real, Candidate synthetic) {}

    /** Checks over the columns of one codec. */
    private record Measuring(AssessmentCodec codec, List<Check> checks) {

        Seen measure(Assessing assessing, Watch watch, Tables tables) {
            Inputs inputs = assessing.inputs();
            Coded coded = inputs.reading(() -> code(tables));
            Space space = space(codec);
            try (SparkSearch search = new SparkSearch(space, inputs.job().seed(), assessing.console())) {
                Assessed assessed =
                        new Assessed(space, coded.train(), coded.holdout(), coded.synthetic(), search);
                List<Finding> findings = new ArrayList<>();
                List<Curve> curves = new ArrayList<>();
                for (Check check : checks) {
                    Evidence evidence = watch.examine(check, assessed);
                    findings.addAll(evidence.findings());
                    curves.addAll(evidence.curves());
                }
                return new Seen(findings, pictures(inputs, tables, assessed, findings).with(curves));
            } finally {
                coded.release();
            }
        }

        /** Columns and pairs, where these are compared. */
        private Pictures pictures(Inputs inputs, Tables tables, Assessed assessed, List<Finding> findings) {
            if (checks.stream().noneMatch(Fidelity.class::isInstance)) {
                return Pictures.NONE;
            }
            Subjects subjects = new Subjects(tables.profile(), Sampling.treatments(tables.profile()));
            Gallery gallery = new Gallery(assessed, subjects.of(codec), inputs.job().k());
            return Step.named(inputs.spark(), "pictures", () -> gallery.pictures(findings));
        }

        private Coded code(Tables tables) {
            ProfileFile profile = tables.profile();
            Candidate synthetic = tables.synthetic();
            return new Coded(
                    tables.real().train().encode(codec.domain(), codec::encode, profile.train()),
                    tables.real().holdout().encode(codec.domain(), codec::encode, profile.holdout()),
                    SourceRows.of(synthetic.table()).encode(codec.domain(), codec::encode, synthetic.rows()));
        }
    }

    private record Coded(SparkTable train, SparkTable holdout, SparkTable synthetic) {
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
                        ? new Space.Numbers(codec.positions(v), codec.numbers(v), zero(codec.kind(v)))
                        : new Space.Labels())
                .toList();
        return new Space(codec.domain(), axes);
    }

    private static Space.Zero zero(Kind kind) {
        return kind == Kind.DATE || kind == Kind.TIMESTAMP ? Space.Zero.ANY_POINT : Space.Zero.NOTHING;
    }
}
