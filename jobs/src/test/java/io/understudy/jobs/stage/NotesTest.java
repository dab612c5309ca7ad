package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Finding;
import io.understudy.jobs.job.Sensitive;
import io.understudy.neighbour.Search;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict says in words what no number says. */
class NotesTest {
    @Test
    void sayThatHeldOutRowsWereLearned() {
        Finding shared = new Finding("privacy", "exact-copies", "", 0.7, 0.6, 0.8, 0.75);
        assertThat(Notes.of(Sensitive.NONE, Beside.NONE, List.of(shared)))
                .singleElement()
                .asString()
                .startsWith("75 % of the held-out rows equal a row learned from")
                .endsWith("hold out others, or set holdout.key.");
        Finding few = new Finding("privacy", "exact-copies", "", 0.7, 0.6, 0.8, 0.2);
        assertThat(Notes.of(Sensitive.NONE, Beside.NONE, List.of(few))).isEmpty();
    }

    @Test
    void sayThatNearestRowsWereLookedUpForASample() {
        assertThat(Notes.sampled(Search.MAX_QUERIES)).isEmpty();
        assertThat(Notes.sampled(2_500_000))
                .hasValue(
                        "Nearest rows and copies were looked up for a seeded sample of about 1,000,000 of the 2,500,000"
                                + " synthetic rows, among all real rows. Intervals are those of the sample; leaks of fewer rows than"
                                + " it can show were not looked for.");
    }
}
