package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final String EVIDENCE = "ab".repeat(32);

    private static Certificate certificate(String table, Report report) {
        return new Certificate(report, table, EVIDENCE);
    }

    @Test
    void namesTheTableTheVerdictTheFiguresAndTheEvidence() throws Exception {
        Drawn page = Drawn.of(certificate("s3a://secret-bucket/dir/patients_synthetic/", Invented.report(30))
                .html());

        assertThat(page.texts("//*[local-name()='h1']")).containsExactly("patients_synthetic");
        assertThat(page.texts("//*[local-name()='tbody'][1]/*[local-name()='tr']/*[local-name()='th']"))
                .contains("Pull towards the rows that were learned from", "Singling out (worst: 4 columns)")
                .noneMatch(title -> title.contains("median"));
        assertThat(page.texts("//*[local-name()='td']")).contains(EVIDENCE, "c0ffee", "52.00\u00A0%");
    }

    @Test
    void saysTheSameInMarkdown() {
        String text =
                certificate("lake.patients_synthetic", Invented.report(30)).markdown();

        assertThat(text)
                .startsWith("# lake.patients\\_synthetic\n\nThis table is synthetic. Its 1,000,000 rows")
                .contains("| Pull towards the rows that were learned from | 52.00\u00A0% | chance 50.00\u00A0% |")
                .contains("`" + EVIDENCE + "`")
                .contains("- Every row is invented.");
    }

    @Test
    void tellsNeitherPlacesNorWhereTheTableCameFrom() {
        Report report = new Report(
                "/lake/secret/patients",
                "published",
                10,
                List.of(),
                Pictures.NONE,
                List.of(),
                List.of(),
                Map.of(),
                Map.of("input", "/lake/secret/patients", "model", "feed", "understudy", "1"));
        Certificate certificate = certificate("/lake/out/patients", report);

        assertThat(certificate.html() + certificate.markdown())
                .doesNotContain("/lake", "secret", "feed", "<script", "http-equiv=\"refresh\"");
    }

    @Test
    void showsTheWorstOfSeveralSubjectsAndTwelveFiguresAtMost() {
        List<Finding> many = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> new Finding("privacy", "risk-" + i, "", 0.1, 0.1, 0.1, 0))
                .toList();

        assertThat(Figure.main(many)).hasSize(12);
        assertThat(Figure.main(List.of(
                        new Finding("privacy", "inference", "age", 0.3, 0, 1, 0.25),
                        new Finding("privacy", "inference", "income", 0.2, 0, 1, 0.0))))
                .singleElement()
                .isEqualTo(new Figure(
                        "Inference of one column (worst: age)",
                        "30.00\u00A0% (0.00\u00A0% to 100.00\u00A0%)",
                        "guessing 25.00\u00A0%"));
        assertThat(Figure.main(List.of(
                        new Finding("privacy", "membership-auc", "distance", 0.55, 0.5, 0.6, 0.5),
                        new Finding("privacy", "membership-auc", "density ratio", 0.53, 0.5, 0.6, 0.4))))
                .singleElement()
                .extracting(Figure::value)
                .isEqualTo("0.5300");
    }

    @Test
    void aGateThatOnlyReportsIsNotCalledPassed() {
        Report reported = new Report(
                "t",
                "published",
                10,
                List.of(),
                Pictures.NONE,
                List.of(),
                List.of(),
                Map.of(),
                Map.of("gate", "report-only"));

        assertThat(certificate("t", reported).markdown())
                .contains("report only")
                .doesNotContain("no rule of the gate is broken");
        assertThat(reported.html())
                .contains("no rule was asked", "verdict unjudged\">Published, not judged<")
                .doesNotContain("No rule of the gate is broken");
    }

    @Test
    void writesAnIntervalWithItsUnitOnce() {
        assertThat(Unit.COLUMNS.interval(0.5, 1)).isEqualTo("0.500 to 1.000\u00A0columns");
        assertThat(Unit.SHARE.interval(-0.1, 0.1)).isEqualTo("-10.00 to 10.00\u00A0%");
        assertThat(Unit.SHARE.interval(1, 1)).isEqualTo("100.00\u00A0%");
        assertThat(Unit.PLAIN.interval(0.25, 0.5)).isEqualTo("0.2500 to 0.5000");
        assertThat(Unit.COLUMNS.interval(0.5, Double.NaN)).isEqualTo("0.500\u00A0columns to not a number");
    }

    @Test
    void writesNoZeroWithASign() {
        assertThat(Unit.SHARE.of(-0.00001)).isEqualTo("0.00\u00A0%");
        assertThat(Unit.SHARE.of(-0.001)).isEqualTo("-0.10\u00A0%");
        assertThat(Unit.COUNT.of(12_046)).isEqualTo("12,046");
    }

    @Test
    void aRefusedTableIsCalledRefused() {
        Report refused =
                new Report("t", "refused", 10, List.of(), Pictures.NONE, List.of(), List.of(), Map.of(), Map.of());

        assertThat(certificate("t", refused).markdown()).contains("must not be released");
    }
}
