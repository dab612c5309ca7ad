package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.check.task.OutcomeGaps;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.job.Sensitive;
import io.understudy.model.Resampling;
import io.understudy.neighbour.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a reader must know about a sample beside any number, in whole sentences that name columns and counts. */
final class Notes {
    /** Where a model's membership AUC is worth a sentence: as much as a table is allowed by default. */
    private static final double TELLING = 0.6;
    /** Where candidates are so few that chance decides which of them agrees. */
    private static final double LOW = 8;

    /** From which share of held-out rows on that equal learned ones a reader must know. */
    private static final double SHARED = 0.5;

    private Notes() {}

    static List<String> of(Job job, ProfileFile profile, SampleFile sample) {
        List<String> notes = new ArrayList<>();
        if (job.output().real() instanceof RealRows.Augmented augmented) {
            notes.add(augmented(augmented, sample));
        }
        if (!sample.filled().isEmpty()) {
            notes.add(filled(sample));
        }
        if (!job.keptColumns().isEmpty()) {
            notes.add(kept(job.keptColumns()));
        }
        if (!job.holdout().key().isEmpty()) {
            notes.add(entities(job, profile));
        }
        if (job.outliers() != Job.Outliers.KEEP) {
            notes.add(outliers(job, profile));
        }
        if (!job.output().conditions().isEmpty()) {
            notes.add(asked(job.output(), sample));
        }
        sample.effective()
                .ifPresent(effective ->
                        notes.add(resampled(effective, sample.filled().isEmpty())));
        sample.met().forEach(met -> notes.add(met(met, sample.rows())));
        return notes;
    }

    /** What weights make of a table, where rows have some. */
    static Optional<String> weighted(Inputs inputs) {
        return inputs.job()
                .weight()
                .map(column -> String.format(
                        Locale.ROOT,
                        "Real rows have weights (%s): each was learned as often as it stands for rows of the population, and likeness"
                                + " is measured against that population; attacks are on the real rows, each once. The column"
                                + " is not in the table: every synthetic row stands for as many as any other, %.6g where there are as"
                                + " many as real ones. Evidence is that"
                                + " of about %,d rows of equal weight, and nothing is learned by name that fewer than %,d"
                                + " of %,d copies have: no %d %s have as many.",
                        column,
                        inputs.sides().weight(),
                        Math.round(inputs.trainRows() / inputs.rowsPerEntity()),
                        inputs.rowsOfK(),
                        inputs.trainRows(),
                        inputs.job().k() - 1,
                        inputs.job().holdout().key().isEmpty() ? "real rows" : "entities"));
    }

    private static String augmented(RealRows.Augmented augmented, SampleFile sample) {
        return String.format(
                Locale.ROOT,
                "This table holds %,d real rows, as they are in the input, and may not leave the place that the input may not"
                        + " leave. %,d synthetic rows are beside them; the column %s says which is which (%s, %s). What is"
                        + " measured here is about the synthetic rows alone.",
                sample.real(),
                sample.rows(),
                augmented.provenance(),
                RealRows.Augmented.REAL,
                RealRows.Augmented.SYNTHETIC);
    }

    private static String filled(SampleFile sample) {
        return String.format(
                Locale.ROOT,
                "This table holds %,d real rows, all those of the input, and may not leave the place that the input may not leave."
                        + " Only what was missing is made up, given what else is known of each row: %s. What is measured here is"
                        + " about held-out rows of which a third of the cells of these columns were hidden and drawn anew; of privacy"
                        + " nothing is measured but what the stored model tells.",
                sample.real(),
                sample.filled().stream()
                        .map(filled -> String.format(Locale.ROOT, "%s %,d cells", filled.column(), filled.cells()))
                        .collect(Collectors.joining(", ")));
    }

    private static String resampled(double effective, boolean asked) {
        return String.format(
                Locale.ROOT,
                "%s one of %d candidates, taken in proportion to how well it agrees; they are worth %.1f rows drawn from the model"
                        + " under the conditions, on average (effective sample size).%s%s",
                asked
                        ? "The model was not fitted to be led by what was asked about, so every row is"
                        : "What is filled in a row is",
                Resampling.CANDIDATES,
                effective,
                effective < LOW ? " That is low: rows lean towards what is common without the conditions." : "",
                effective < LOW && asked ? " Fit a model with the columns in model.condition-on." : "");
    }

    private static String asked(Output output, SampleFile sample) {
        Conditions conditions = output.conditions();
        long rows = sample.rows();
        List<Long> amounts = sample.parts();
        String what = conditions.table().isPresent()
                ? String.format(Locale.ROOT, "one row for each of %,d conditions", rows)
                : IntStream.range(0, amounts.size())
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%,d of %,d rows where %s",
                                amounts.get(i),
                                rows,
                                conditions.parts().get(i).where()))
                        .collect(Collectors.joining(", "));
        return "Rows were asked for: " + what
                + ". They are drawn from the model given that, and none is repeated to make up"
                + " a number. "
                + (output.real().any() && conditions.table().isEmpty()
                        ? "Checks of likeness compare with the real rows that meet one of the conditions, or with all where too few do."
                        : "Checks of likeness compare with the input as it is, so their errors are larger by what was"
                                + " asked for.");
    }

    /** That nearest rows were not looked up for all synthetic rows, where there are very many; for all it is empty. */
    static Optional<String> sampled(long rows) {
        return rows <= Search.MAX_QUERIES
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Nearest rows and copies were looked up for a seeded sample of about %,d of the %,d synthetic rows, among"
                                + " all real rows. Intervals are those of the sample; leaks of fewer rows than it can show"
                                + " were not looked for.",
                        Search.MAX_QUERIES,
                        rows));
    }

    /**
     * What was asked of models, whether they could be, and which gaps between groups became wider; what could not be decided,
     * and how much the stored model tells.
     */
    static List<String> of(Sensitive sensitive, Beside beside, List<Finding> findings) {
        List<String> notes = new ArrayList<>();
        undecided(findings).ifPresent(notes::add);
        findings.stream().filter(Notes::isShared).map(Notes::shared).forEach(notes::add);
        findings.stream().filter(Notes::isTelling).limit(1).map(Notes::telling).forEach(notes::add);
        sensitive
                .target()
                .map(target -> beside.real() > 0 ? untried(target) : asked(target, findings))
                .ifPresent(notes::add);
        findings.stream().filter(Notes::isWidened).map(Notes::widened).forEach(notes::add);
        return notes;
    }

    private static Optional<String> undecided(List<Finding> findings) {
        List<String> names = findings.stream()
                .filter(Finding::inconclusive)
                .map(Finding::name)
                .distinct()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("There were too few rows to decide " + String.join(", ", names)
                        + "; what these findings say is no evidence, for or against. Hold out more rows, or learn from a"
                        + " larger table.");
    }

    /** Held-out rows that were learned, too, are no measure of anything. */
    private static boolean isShared(Finding finding) {
        return finding.name().equals("privacy.exact-copies") && finding.baseline() > SHARED;
    }

    private static String shared(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%.0f %% of the held-out rows equal a row learned from, so that comparing with them shows little of what the table"
                        + " tells of single rows. Where the table is narrow, this cannot be helped. Where it is not, the holdout"
                        + " has rows that were learned, or rows of the same people: hold out others, or set holdout.key.",
                100 * finding.baseline());
    }

    private static boolean isTelling(Finding finding) {
        return finding.metric().equals("model-membership-auc") && finding.low() > TELLING;
    }

    private static String telling(Finding finding) {
        return String.format(
                Locale.ROOT,
                "The stored model tells rows it was fitted to from others (%s of %s is %.2f; 0.5 would be a coin). Keep it as you"
                        + " keep the real rows, or delete it; a smaller model.closeness makes it tell less.",
                finding.name(),
                finding.subject(),
                finding.value());
    }

    private static String asked(String target, List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.metric().startsWith("tstr-"))
                ? "Models were trained to predict " + target
                        + ", on real and on synthetic rows, and tried on held-out ones."
                : "No model could be asked to predict " + target
                        + ": it is an identifier, free text or personal, it does"
                        + " not vary, or there are too few rows.";
    }

    private static String untried(String target) {
        return "No model was trained to predict " + target
                + ": that would say how a table of synthetic rows does, and this one" + " has real rows in it.";
    }

    private static boolean isWidened(Finding finding) {
        return finding.check().equals(OutcomeGaps.NAME)
                && finding.metric().endsWith("-gap")
                && finding.low() > finding.baseline();
    }

    private static String widened(Finding finding) {
        return String.format(
                Locale.ROOT,
                "Synthesis widens a gap between the groups of %s: %s is %.3f, and %.3f for real rows. Do not use the table where"
                        + " these groups are to be treated alike.",
                finding.subject(),
                finding.name(),
                finding.value(),
                finding.baseline());
    }

    private static String kept(List<String> names) {
        return "These columns are real: " + String.join(", ", names)
                + ". Every row belongs to one row of the input and has its values there; only the other columns are synthetic."
                + " Distances and copies are measured over those others alone.";
    }

    private static String entities(Job job, ProfileFile profile) {
        return String.format(
                Locale.ROOT,
                "Nothing is learned by name that fewer than %,d rows have: no %d entities (%s) have as many.",
                profile.k(),
                job.k() - 1,
                String.join(", ", job.holdout().key()));
    }

    private static String outliers(Job job, ProfileFile profile) {
        return String.format(
                Locale.ROOT,
                "Outliers: %s of %,d rows to learn from lie far from all others; they were %s. Checks compare with all rows.",
                profile.outliers() == 0
                        ? "fewer than " + profile.k()
                        : String.format(Locale.ROOT, "%,d", profile.outliers()),
                profile.train(),
                job.outliers() == Job.Outliers.DROP
                        ? "left out of what was learned"
                        : "learned with their numbers and dates drawn in to the middle 98 % of their columns");
    }

    private static String met(SampleFile.Met met, long rows) {
        return String.format(
                Locale.ROOT,
                "Column %s: %,d of %,d made-up values are values of real rows, because its type leaves too few others; give it"
                        + " a wider type, or leave it out with columns.%s.role: drop.",
                met.column(),
                met.rows(),
                rows,
                met.column());
    }
}
