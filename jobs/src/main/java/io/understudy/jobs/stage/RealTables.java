package io.understudy.jobs.stage;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Evidence;
import io.understudy.check.Finding;
import io.understudy.check.Owned;
import io.understudy.check.picture.Pictures;
import io.understudy.check.privacy.disclosure.Disclosure;
import io.understudy.codec.AssessmentCodec;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkSearch;
import io.understudy.jobs.table.SparkTable;
import io.understudy.neighbour.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The real rows, coded once for checks of any number of synthetic tables; release them when done.
 *
 * @param halves of the holdout, where the job declares entities
 * @param owned  all rows with whose they are, where the job declares entities
 */
record RealTables(
        Inputs inputs,
        AssessmentCodec codec,
        SparkTable train,
        SparkTable holdout,
        Optional<Assessed.Halves> halves,
        Optional<OwnedRows> owned) {

    static RealTables code(Inputs inputs, AssessmentCodec codec, SourceRows.Split real, ProfileFile profile) {
        Treatments treatments = Sampling.treatments(profile);
        return inputs.reading(() -> new RealTables(
                inputs,
                codec,
                real.train().encode(codec.domain(), codec::encode, profile.train()),
                real.holdout().encode(codec.domain(), codec::encode, profile.holdout()),
                inputs.heldOutHalves(treatments)
                        .map(halves ->
                                new Assessed.Halves(coded(halves.train(), codec), coded(halves.holdout(), codec))),
                OwnedRows.of(inputs, codec, treatments)));
    }

    private static SparkTable coded(SourceRows rows, AssessmentCodec codec) {
        return SparkTable.counted(codec.domain(), rows.blocks().map(codec::encode));
    }

    /**
     * Who sees to it that checks come to their end.
     *
     * @param console hears how far long measurements are
     */
    record Watching(Watch watch, Console console) {}

    /** Draws what checks have compared, for people to look at. */
    interface Illustrator {
        Illustrator NONE = (tables, findings) -> Pictures.NONE;

        Pictures draw(Assessed tables, List<Finding> findings);
    }

    /** Runs checks of one synthetic table. */
    List<Finding> measure(Assessing.Candidate synthetic, List<Check> checks, Watching watching) {
        return examine(synthetic, checks, watching, Illustrator.NONE, List.of()).findings();
    }

    /**
     * The same, with what there is to look at. The first check, which searches all rows, has the cluster for itself.
     *
     * @param others what else is measured meanwhile; its findings come last
     */
    Seen examine(
            Assessing.Candidate synthetic,
            List<Check> checks,
            Watching watching,
            Illustrator illustrator,
            List<Function<Watch, Evidence>> others) {
        SparkTable coded = inputs.reading(
                () -> SourceRows.of(synthetic.table()).encode(codec.domain(), codec::encode, synthetic.rows()));
        Space space = space(codec);
        try (SparkSearch search = new SparkSearch(space, inputs.job().seed(), watching.console)) {
            Assessed assessed = new Assessed(
                    space, train, holdout, coded, search, halves, asked(checks).map(this::coded));
            List<Function<Watch, Evidence>> works = new ArrayList<>();
            checks.forEach(check -> works.add(watch -> watch.examine(check, assessed)));
            works.addAll(others);
            List<Evidence> evidence = new ArrayList<>();
            if (!works.isEmpty()) {
                evidence.add(works.get(0).apply(watching.watch));
                evidence.addAll(watching.watch.together(works.subList(1, works.size())));
            }
            List<Finding> findings = findings(evidence);
            List<Finding> compared = findings(evidence.subList(0, checks.size()));
            Pictures pictures = watching.watch.draw(() -> illustrator.draw(assessed, compared));
            return new Seen(
                    findings,
                    pictures.with(evidence.stream()
                            .flatMap(each -> each.curves().stream())
                            .toList()));
        } finally {
            coded.blocks().unpersist(false);
        }
    }

    private Optional<OwnedRows> asked(List<Check> checks) {
        return owned.filter(rows -> checks.stream().anyMatch(Disclosure.class::isInstance));
    }

    private Owned coded(OwnedRows rows) {
        return rows.coded(train.rows() + holdout.rows());
    }

    private static List<Finding> findings(List<Evidence> evidence) {
        return evidence.stream().flatMap(each -> each.findings().stream()).toList();
    }

    void release() {
        train.blocks().unpersist(false);
        holdout.blocks().unpersist(false);
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
