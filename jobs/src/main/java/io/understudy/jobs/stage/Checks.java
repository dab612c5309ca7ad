package io.understudy.jobs.stage;

import io.understudy.check.Check;
import io.understudy.check.attack.SinglingOut;
import io.understudy.check.attack.TargetedAttacks;
import io.understudy.check.membership.Membership;
import io.understudy.check.privacy.Distances;
import io.understudy.check.privacy.disclosure.Disclosure;
import io.understudy.check.quality.Coverage;
import io.understudy.check.quality.Fidelity;
import io.understudy.check.quality.KWay;
import io.understudy.check.quality.Validity;
import io.understudy.check.task.OutcomeGaps;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Sensitive;
import io.understudy.jobs.learn.Detection;
import io.understudy.jobs.learn.Utility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checks of a job, in the order of the report.
 *
 * @param shared     rows from which on a value is that of k entities
 * @param confidence of intervals
 */
record Checks(Job job, int shared, double confidence) {
    /** Queries or targets of an attack: as many as leave errors of a few per cent. */
    private static final int ATTACKS = 1_000;

    /** Of a table that is made up in every column. */
    List<Check> ofAll() {
        List<Check> checks = new ArrayList<>(ofMadeUp());
        checks.addAll(1, withKept());
        return checks;
    }

    /** Of a table that is published with real rows: those that compare with all real rows. */
    List<Check> ofPrivacy() {
        List<Check> checks = new ArrayList<>(ofSingleRows());
        disclosure().ifPresent(checks::add);
        return checks;
    }

    /** Of such a table those that compare with real rows of the same kinds. */
    List<Check> ofLikeness() {
        List<Check> checks = new ArrayList<>(List.of(new Fidelity(Set.of())));
        checks.addAll(ofWholeRows());
        return checks;
    }

    /** Of a table whose real rows stand for several: those that compare with all that they stand for. */
    List<Check> ofPopulation() {
        List<Check> checks = new ArrayList<>(ofLikeness());
        checks.addAll(ofTasks());
        return checks;
    }

    /** Of distances and whole rows: over the columns that are made up alone. */
    List<Check> ofMadeUp() {
        List<Check> checks = new ArrayList<>(ofSingleRows());
        checks.addAll(ofWholeRows());
        return checks;
    }

    private List<Check> ofSingleRows() {
        return List.of(
                new Distances(confidence),
                new SinglingOut(confidence, ATTACKS, job.seed()),
                new TargetedAttacks(confidence, ATTACKS, job.seed()),
                new Membership(confidence, job.seed()));
    }

    private List<Check> ofWholeRows() {
        return List.of(new KWay(), new Validity(), new Coverage(shared, confidence), detection(job, confidence));
    }

    /** Copies of a row that one half of a classifier's rows has are not to be in the other. */
    static Detection detection(Job job, double confidence) {
        return new Detection(
                confidence,
                job.seed(),
                job.weight().isPresent() ? Detection.Halves.OF_PATTERNS : Detection.Halves.OF_ROWS);
    }

    /** Those to which columns matter that are passed on as they are. */
    List<Check> withKept() {
        List<Check> checks = new ArrayList<>(List.of(new Fidelity(Set.copyOf(job.keptColumns()))));
        disclosure().ifPresent(checks::add);
        checks.addAll(ofTasks());
        return checks;
    }

    private List<Check> ofTasks() {
        List<Check> checks = new ArrayList<>();
        Sensitive sensitive = job.sensitive();
        Optional<String> target = sensitive.target();
        target.ifPresent(name -> {
            checks.add(new Utility(new Utility.Question(name, sensitive.columns(), shared), confidence, job.seed()));
            checks.add(new OutcomeGaps(name, sensitive.columns(), shared, confidence));
        });
        return checks;
    }

    private Optional<Check> disclosure() {
        Sensitive sensitive = job.sensitive();
        return sensitive.quasiIdentifiers().isEmpty()
                ? Optional.empty()
                : Optional.of(new Disclosure(sensitive.quasiIdentifiers(), sensitive.columns(), job.k(), confidence));
    }
}
