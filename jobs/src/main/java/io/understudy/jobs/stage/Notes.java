package io.understudy.jobs.stage;

import io.understudy.jobs.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader must know about a sample beside any number, in whole sentences that name columns and counts. */
final class Notes {
    private Notes() {}

    static List<String> of(Job job, SampleFile sample) {
        List<String> notes = new ArrayList<>();
        if (!job.keptColumns().isEmpty()) {
            notes.add(kept(job.keptColumns()));
        }
        sample.met().forEach(met -> notes.add(met(met, sample.rows())));
        return notes;
    }

    private static String kept(List<String> names) {
        return "These columns are real: " + String.join(", ", names)
                + ". Every row belongs to one row of the input and has its values there; only the other columns are synthetic."
                + " Distances and copies are measured over those others alone.";
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
