package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The verdict and, if it is a refusal, every broken rule with what to change. */
record Decision(Report report) {
    private static final Map<String, String> WORDS = Map.of(
            "published", "The gate let the synthetic table pass, and it is in its place.",
            "passed", "The gate lets the synthetic table pass. It was assessed, not published.",
            "refused",
                    "The gate refused the synthetic table. Nothing was published; what was there before is untouched.");

    private static final String UNJUDGED =
            "The gate was told to report only, so no rule was asked: whether this table may be released is for you to judge.";

    Element header() {
        String rows = String.format(Locale.ROOT, "%,d synthetic rows in place of ", report.rows());
        return element(
                "header",
                element("p", "Understudy").with("class", "brand"),
                element("h1", verdict()).with("class", "verdict " + report.verdict()),
                element("p", lead()).with("class", "lead"),
                element("p", text(rows), element("span", report.title()).with("class", "name")));
    }

    private String lead() {
        return report.judged() ? WORDS.getOrDefault(report.verdict(), "") : UNJUDGED;
    }

    String verdict() {
        return report.verdict().substring(0, 1).toUpperCase(Locale.ROOT)
                + report.verdict().substring(1);
    }

    Element breaches() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h2", "Why").with("id", "why"));
        if (report.breaches().isEmpty()) {
            parts.add(element("p", kept(report)));
        } else {
            parts.add(element(
                            "ol",
                            report.breaches().stream().map(Decision::breach).toList())
                    .with("class", "breaches"));
        }
        return element("section", parts).with("aria-labelledby", "why");
    }

    /** Why nothing is refused. */
    static String kept(Report report) {
        return report.judged() ? "No rule of the gate is broken." : "No rule of the gate was asked (gate.preset: report-only).";
    }

    private static Element breach(Report.Broken breach) {
        List<Html> parts = new ArrayList<>();
        String title =
                Meaning.of(breach.rule()).map(meaning -> meaning.name().title()).orElse(breach.rule());
        parts.add(element("h3", text(title), subject(breach)));
        parts.add(element("p", breach.message()));
        Meaning.of(breach.rule()).ifPresent(meaning -> {
            parts.add(element("p", meaning.means()));
            parts.add(element("p", element("b", "What to try. "), text(meaning.remedy())));
        });
        return element("li", parts);
    }

    private static Html subject(Report.Broken breach) {
        return breach.subject().isEmpty()
                ? text("")
                : element("span", ": " + breach.subject()).with("class", "name");
    }
}
