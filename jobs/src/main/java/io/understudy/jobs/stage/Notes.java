package io.understudy.jobs.stage;

import io.understudy.jobs.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader must know about a sample beside any number, in whole sentences that name columns and counts. */
final class Notes {
    private Notes() {}

    static List<String> of(Job job, ProfileFile profile, SampleFile sample) {
        List<String> notes = new ArrayList<>();
        if (!job.keptColumns().isEmpty()) {
            notes.add(kept(job.keptColumns()));
        }
        if (job.outliers() != Job.Outliers.KEEP) {
            notes.add(outliers(job, profile));
        }
        sample.met().forEach(met -> notes.add(met(met, sample.rows())));
        return notes;
    }

    private static String kept(List<String> names) {
        return "These columns are real: " + String.join(", ", names)
                + ". Every row belongs to one row of the input and has its values there; only the other columns are synthetic."
                + " Distances and copies are measured over those others alone.";
    }

    private static String outliers(Job job, ProfileFile profile) {
        return String.format(
                Locale.ROOT,
                "Outliers: %,d of %,d rows to learn from lie far from all others; they were %s. Checks compare with all rows.",
                profile.outliers(),
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
