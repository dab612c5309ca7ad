package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The verdict and, if it is a refusal, every broken rule with what to change. */
record Decision(Report report) {
    private static final int NAMED = 6;
    private static final Map<String, String> WORDS = Map.of(
            "published", "The gate let the synthetic table pass, and it is in its place.",
            "passed", "The gate lets the synthetic table pass. It was assessed, not published.",
            "refused",
                    "The gate refused the synthetic table. Nothing was published; what was there before is untouched.");

    private static final String UNJUDGED =
            "The gate was told to report only, so no rule was asked: whether this table may be released is for you to judge.";

    Element header() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("p", "Understudy").with("class", "brand"));
        report.warning()
                .ifPresent(warning ->
                        parts.add(element("p", element("strong", warning)).with("class", "lead")));
        parts.add(
                element("h1", verdict()).with("class", "verdict " + (report.judged() ? report.verdict() : "unjudged")));
        parts.add(element("p", lead()).with("class", "lead"));
        if (!report.breaches().isEmpty()) {
            parts.add(because());
        }
        parts.add(element("p", text(rows()), element("span", report.title()).with("class", "name")));
        return element("header", parts);
    }

    private String rows() {
        if (report.real() == 0) {
            return String.format(Locale.ROOT, "%,d synthetic rows in place of ", report.rows());
        }
        return report.rows() == 0
                ? String.format(Locale.ROOT, "%,d rows, with what is missing filled, of ", report.real())
                : String.format(Locale.ROOT, "%,d synthetic rows beside %,d of ", report.rows(), report.real());
    }

    /** What was broken, by its names alone, for those who read no further. */
    private Element because() {
        String broken = BrokenFinding.of(report).stream()
                .limit(NAMED)
                .map(finding -> finding.title() + finding.times())
                .collect(Collectors.joining("; "));
        return element("p", element("b", "Broken: "), text(broken + "."));
    }

    private String lead() {
        return report.judged() ? WORDS.getOrDefault(report.verdict(), "") : UNJUDGED;
    }

    String verdict() {
        String word = report.verdict().substring(0, 1).toUpperCase(Locale.ROOT)
                + report.verdict().substring(1);
        if (report.judged()) {
            return word;
        }
        return "passed".equals(report.verdict()) ? "Not judged" : word + ", not judged";
    }

    Element breaches() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h2", "Why").with("id", "why"));
        parts.add(element("p", reason(report)));
        if (!report.breaches().isEmpty()) {
            parts.add(element(
                            "ol",
                            BrokenFinding.of(report).stream()
                                    .map(Decision::explained)
                                    .toList())
                    .with("class", "breaches"));
        }
        return element("section", parts).with("aria-labelledby", "why");
    }

    /** Why it is refused, or is not, in one sentence. */
    static String reason(Report report) {
        int breaches = report.breaches().size();
        if (breaches == 0) {
            return report.judged()
                    ? "No rule of the gate is broken."
                    : "No rule of the gate was asked (gate.preset: report-only).";
        }
        int findings = BrokenFinding.of(report).size();
        return findings == breaches
                ? (breaches == 1 ? "A rule" : breaches + " rules") + " of the gate " + (breaches == 1 ? "is" : "are")
                        + " broken, so nothing is published:"
                : (findings == 1 ? "A rule" : findings + " rules") + " of the gate " + (findings == 1 ? "is" : "are")
                        + " broken, " + breaches + " times in all, so nothing is published:";
    }

    private static Element explained(BrokenFinding broken) {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h3", text(broken.title()), named(broken.subject())));
        parts.add(element("p", broken.message()));
        if (broken.more() > 0) {
            parts.add(element(
                    "p",
                    element("b", "Broken as well for "),
                    element("span", broken.others()).with("class", "name")));
        }
        Meaning.of(broken.finding()).ifPresent(meaning -> {
            parts.add(element("p", meaning.means()));
            parts.add(element("p", element("b", "What to try. "), text(meaning.remedy())));
        });
        return element("li", parts);
    }

    private static Html named(String subject) {
        return subject.isEmpty() ? text("") : element("span", ": " + subject).with("class", "name");
    }
}
