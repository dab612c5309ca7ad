package io.understudy.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader must know about a sample beside any number, in whole sentences that name columns and counts. */
final class Notes {
    private Notes() {}

    static List<String> of(SampleFile sample) {
        List<String> notes = new ArrayList<>();
        sample.met().forEach(met -> notes.add(met(met, sample.rows())));
        return notes;
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
