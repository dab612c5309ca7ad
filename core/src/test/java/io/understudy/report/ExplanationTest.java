package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import io.understudy.report.Report.Broken;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                .contains("Usual causes:", "What to change in the job file:")
                .anyMatch(line -> line.startsWith("   - Few rows for many columns"))
                .anyMatch(line -> line.startsWith("   - model.closeness: 0.2  "))
                .anyMatch(line -> line.startsWith("   - model.closeness: 0.8  "))
                .anyMatch(line -> line.contains("Column age is real."))
                .allMatch(line -> line.length() <= 110);
    }

    @Test
    void aRuleThatNothingWasMeasuredForIsExplainedAsWell() {
        assertThat(lines(new Broken("", "", "nothing to compare")))
                .contains("1. Nothing was measured", "   measured  nothing to compare")
                .anyMatch(line -> line.startsWith("   - What the rule asks for was not measured"));
    }

    @Test
    void aPassedTableNeedsNoAdvice() {
        assertThat(lines()).contains("No rule of the gate is broken.").noneMatch(line -> line.contains("causes"));
    }

    @Test
    void aRuleThatIsBrokenForManyColumnsIsExplainedOnceOnOneScreen() {
        Broken[] breaches = IntStream.range(0, 27)
                .mapToObj(i -> new Broken(
                        i < 20 ? "privacy.inversion" : "privacy.inference",
                        "column" + i,
                        "column" + i + " is too much"))
                .toArray(Broken[]::new);

        List<String> lines = lines(breaches);

        assertThat(lines)
                .contains("2 rules of the gate are broken, 27 times in all, so nothing is published:")
                .contains("1. Inversion of the model: column0", "2. Inference of one column: column20")
                .anyMatch(line -> line.startsWith("   also      column1, column2, column3"))
                .anyMatch(line -> line.endsWith("and 3 more"))
                .hasSizeLessThan(48);
    }

    @Test
    void theColumnThatBreaksARuleMostComesFirst() {
        Report report = new Report(
                "t",
                "refused",
                10,
                List.of(
                        new Finding("quality", "column-shape", "mild", 0.3, 0.3, 0.3, 0.01),
                        new Finding("quality", "column-shape", "wild", 0.9, 0.9, 0.9, 0.01)),
                Pictures.NONE,
                List.of(
                        new Broken("quality.column-shape", "mild", "mild is too much"),
                        new Broken("quality.column-shape", "wild", "wild is too much")),
                List.of(),
                Map.of(),
                Map.of());

        assertThat(new Explanation(report).lines())
                .contains("1. Error of one column: wild", "   measured  wild is too much", "   also      mild");
    }
}
