package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.check.task.OutcomeGaps;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Sensitive;
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

    /** From which share of held-out rows on that equal learned ones a reader must know. */
    private static final double SHARED = 0.5;

    private Notes() {}

    static List<String> of(Job job, ProfileFile profile, SampleFile sample) {
        List<String> notes = new ArrayList<>();
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
            notes.add(asked(job.output().conditions(), sample.rows()));
        }
        sample.met().forEach(met -> notes.add(met(met, sample.rows())));
        return notes;
    }

    private static String asked(Conditions conditions, long rows) {
        long[] amounts = Amounts.of(conditions.parts(), rows);
        String what = conditions.table().isPresent()
                ? String.format(Locale.ROOT, "one row for each of %,d conditions", rows)
                : IntStream.range(0, amounts.length)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%,d of %,d rows where %s",
                                amounts[i],
                                rows,
                                conditions.parts().get(i).where()))
                        .collect(Collectors.joining(", "));
        return "Rows were asked for: " + what
                + ". They are drawn from the model given that, and none is repeated to make up"
                + " a number. Checks of likeness compare with the input as it is, so their errors are larger by what was"
                + " asked for.";
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
    static List<String> of(Sensitive sensitive, List<Finding> findings) {
        List<String> notes = new ArrayList<>();
        undecided(findings).ifPresent(notes::add);
        findings.stream().filter(Notes::isShared).map(Notes::shared).forEach(notes::add);
        findings.stream().filter(Notes::isTelling).limit(1).map(Notes::telling).forEach(notes::add);
        sensitive.target().ifPresent(target -> notes.add(asked(target, findings)));
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
