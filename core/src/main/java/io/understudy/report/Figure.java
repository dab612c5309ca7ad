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
    private static final int MOST = 12;
    /** What comes first, in this order. */
    private static final List<String> LEADING = List.of(
            "privacy.closer-to-train",
            "privacy.copies-excess",
            "privacy.outliers-closer-to-train",
            "privacy.singling-out",
            "privacy.linkability",
            "privacy.inference",
            "privacy.membership-auc",
            "privacy.attribute-disclosure",
            "quality.shape-error",
            "quality.trend-error",
            "quality.c2st-auc",
            "quality.tstr-auc",
            "quality.tstr-r2",
            "bias.outcome-gap",
            "bias.odds-gap",
            "privacy.membership-tpr-percent");

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
            "privacy.attacks",
            "privacy.linkability-ties");

    /** Risks in which what any row suffers is subtracted already: their baseline, guessing, is no measure for them. */
    private static final Set<String> RISKS =
            Set.of("privacy.singling-out", "privacy.linkability", "privacy.inference", "privacy.inversion");

    /** The figures that a reader of one page should see; of several subjects the worst. */
    static List<Figure> main(List<Finding> findings) {
        Map<String, Finding> worst = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!DETAILS.contains(finding.name()) && !DistanceTable.holds(finding)) {
                worst.merge(finding.name(), finding, Figure::worse);
            }
        }
        return worst.values().stream()
                .sorted(Comparator.comparingInt(Figure::place))
                .limit(MOST)
                .map(Figure::of)
                .toList();
    }

    private static int place(Finding finding) {
        int place = LEADING.indexOf(finding.name());
        return place >= 0 ? place : LEADING.size();
    }

    /** The one that is farther above what it is compared with; what is not a number is worse than anything. */
    private static Finding worse(Finding one, Finding other) {
        double excess = excess(one);
        return excess >= excess(other) || Double.isNaN(excess) ? one : other;
    }

    private static double excess(Finding finding) {
        return RISKS.contains(finding.name()) ? finding.value() : finding.value() - finding.baseline();
    }

    /** How far it is from what it is compared with, on either side. */
    static double distance(Finding finding) {
        double excess = Math.abs(excess(finding));
        return Double.isNaN(excess) ? Double.POSITIVE_INFINITY : excess;
    }

    private static Figure of(Finding finding) {
        Name name = Name.of(finding);
        String subject = finding.subject().isEmpty() ? "" : " (worst: " + finding.subject() + ")";
        return new Figure(
                name.title() + subject,
                RISKS.contains(finding.name())
                        ? within(finding, name.unit())
                        : name.unit().of(finding.value()),
                name.baseline() + " " + name.unit().of(finding.baseline()));
    }

    /** A risk is little without its interval: where nearly everybody has the same value, few attacks leave it open. */
    private static String within(Finding finding, Unit unit) {
        return unit.of(finding.value()) + " (" + unit.of(finding.low()) + " to " + unit.of(finding.high()) + ")";
    }
}
