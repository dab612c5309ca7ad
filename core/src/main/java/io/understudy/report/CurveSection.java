package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.check.Curve;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Curves behind the findings, one chart a metric. */
record CurveSection(Map<String, List<Curve>> metrics) {

    /** How a chart of curves is titled and read. */
    private record Reading(String title, String across, String means) {}

    private static final Map<String, Reading> READINGS = Map.of(
            "privacy.dcr",
            new Reading(
                    "Distance to the closest learned row",
                    "distance, in fully differing columns",
                    "The share of rows that have a learned row within a distance. Synthetic rows should not lie left of and"
                            + " above the held-out rows, which are real and unseen: they would be nearer to learned rows than harmless"
                            + " rows are."),
            "privacy.nndr",
            new Reading(
                    "Nearest to second nearest learned row",
                    "ratio of the two distances",
                    "The share of rows up to a ratio. A curve that rises near 0 tells of rows that single out one learned row."));
    private static final Reading ROC = new Reading(
            "Membership inference",
            "false positive rate",
            "The share of learned rows that an attacker recognises as such, for every share of unseen rows that he is wrong"
                    + " about. The thin diagonal is guessing; what counts is the left end, where he is hardly ever wrong.");

    static CurveSection of(List<Curve> curves) {
        Map<String, List<Curve>> metrics = new LinkedHashMap<>();
        for (Curve curve : curves) {
            if (curve.x().length > 0) {
                metrics.computeIfAbsent(curve.name(), name -> new ArrayList<>()).add(curve);
            }
        }
        return new CurveSection(metrics);
    }

    Element html() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h2", "Curves").with("id", "curves"));
        metrics.forEach((metric, curves) -> parts.add(chart(metric, curves)));
        return element("section", parts).with("aria-labelledby", "curves");
    }

    private static Element chart(String metric, List<Curve> curves) {
        boolean roc = metric.endsWith("roc");
        Reading reading = READINGS.getOrDefault(metric, roc ? ROC : new Reading(metric, metric, ""));
        Element caption = element("figcaption", text(reading.means()));
        return element(
                "article",
                element("h3", reading.title()),
                element("figure", new LineChart(curves, reading.across(), roc).drawing(), caption));
    }
}
