package io.understudy.report;

import io.understudy.check.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A finding in one line.
 *
 * @param title      what was measured
 * @param value      for the synthetic table
 * @param comparison what its baseline is, and that
 */
record Figure(String title, String value, String comparison) {
    private static final int MOST = 14;
    /** What describes single columns and pairs, or repeats another figure in other terms. */
    private static final Set<String> DETAILS = Set.of(
            "quality.column-shape",
            "quality.pair-trend",
            "quality.column-outside-domain",
            "quality.correlation-error",
            "quality.marginal-1",
            "quality.marginal-2",
            "quality.k-marginal-score",
            "quality.missing-patterns",
            "privacy.dcr-p05",
            "privacy.dcr-median",
            "privacy.nndr-p05");

    /** The figures that a reader of one page should see; of several subjects the worst. */
    static List<Figure> main(List<Finding> findings) {
        Map<String, Finding> worst = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!DETAILS.contains(finding.name())) {
                worst.merge(finding.name(), finding, Figure::worse);
            }
        }
        return worst.values().stream()
                .sorted(Comparator.comparing(finding -> !finding.check().equals("privacy")))
                .limit(MOST)
                .map(Figure::of)
                .toList();
    }

    /** The one that is farther above its baseline; what is not a number is worse than anything. */
    private static Finding worse(Finding one, Finding other) {
        double excess = one.value() - one.baseline();
        return excess >= other.value() - other.baseline() || Double.isNaN(excess) ? one : other;
    }

    private static Figure of(Finding finding) {
        Name name = Name.of(finding);
        String subject = finding.subject().isEmpty() ? "" : " (worst: " + finding.subject() + ")";
        return new Figure(
                name.title() + subject,
                name.unit().of(finding.value()),
                name.baseline() + " " + name.unit().of(finding.baseline()));
    }
}
