package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.picture.Pictures;
import io.understudy.report.Report.Broken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static List<String> lines(Broken... breaches) {
        String verdict = breaches.length == 0 ? "published" : "refused";
        Report report = new Report(
                "lake.patients",
                verdict,
                1_000,
                List.of(),
                Pictures.NONE,
                List.of(breaches),
                List.of("Column age is real."),
                Map.of(),
                Map.of());
        return new Explanation(report).lines();
    }

    @Test
    void saysOfEveryBrokenRuleWhatItMeansWhyAndWhatToChange() {
        List<String> lines = lines(
                new Broken("privacy.closer-to-train", "", "0.8 is too much"),
                new Broken("quality.shape-error", "age", "0.4 is too much"));

        assertThat(lines)
                .startsWith(
                        "refused: 1,000 synthetic rows in place of lake.patients",
                        "2 rules of the gate are broken, so nothing is published:")
                .contains("1. Pull towards the rows that were learned from", "   measured  0.8 is too much")
                .contains("2. Error of single columns, mean: age")
                .anyMatch(line -> line.startsWith("   cause     Few rows for many columns"))
                .anyMatch(line -> line.startsWith("   key       model.closeness: 0.2"))
                .anyMatch(line -> line.startsWith("   key       model.closeness: 0.8"))
                .anyMatch(line -> line.contains("Column age is real."))
                .allMatch(line -> line.length() <= 110);
    }

    @Test
    void aRuleThatNothingWasMeasuredForIsExplainedAsWell() {
        assertThat(lines(new Broken("", "", "nothing to compare")))
                .contains("1. Nothing was measured", "   measured  nothing to compare")
                .anyMatch(line -> line.startsWith("   cause     What the rule asks for was not measured"));
    }

    @Test
    void aPassedTableNeedsNoAdvice() {
        assertThat(lines()).contains("No rule of the gate is broken.").noneMatch(line -> line.contains("cause"));
    }
}
