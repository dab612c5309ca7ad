package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.Committed;
import io.understudy.report.Glossary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on findings has the words of the report. */
class FindingsReferenceTest {

    @Test
    void thePageHasTheWordsOfTheReport() {
        Committed.page("findings.md", """
                # Findings

                Every number that a run can report, in the words of [report.html](../report.md). Rules of the [gate](gate.md) name a finding as it is written here; what is
                about a column, a pair or an attack has one finding for each (`subject` in `verdict.json`). Which findings there are depends on the table and on what the
                job declares. The baseline is what a harmless table scores, most often held-out rows in the place of the synthetic ones: read every value beside it.
                [evidence.md](../evidence.md) says how each is measured and where it comes from.

                """ + Glossary.markdown());
    }

    @Test
    void everyRuleOfAPresetIsOnAFindingWithWords() {
        String page = Glossary.markdown();
        assertThat(Stream.of(Preset.STRICT.gate().rules(), Preset.STRICT.disclosure(), Preset.STRICT.modelRules())
                        .flatMap(List::stream)
                        .map(Rule::finding))
                .allSatisfy(finding -> assertThat(page).contains("### `" + finding + "`\n"));
    }
}
