package io.understudy.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "output, output, 0",
        "outptu, output, 1",
        "Output, output, 0",
        "kitten, sitting, 3",
        "'', abc, 3",
        "abc, '', 3",
        "ca, abc, 3",
        "run_id, run-id, 1"
    })
    void countsInsertionsDeletionsChangesAndSwaps(String one, String other, int edits) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(edits);
        assertThat(Suggestion.distance(other, one)).isEqualTo(edits);
    }

    @Test
    void suggestsTheNearestWordOnlyIfItIsNear() {
        List<String> known = List.of("input", "output", "k");

        assertThat(Suggestion.nearest("inptu", known)).contains("input");
        assertThat(Suggestion.nearest("oputut", known)).contains("output");
        assertThat(Suggestion.nearest("rows", known)).isEmpty();
        assertThat(Suggestion.nearest("anything", List.of())).isEmpty();
    }
}
