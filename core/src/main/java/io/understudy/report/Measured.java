package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.check.Finding;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All findings of one check: those about the whole table in words and drawn, those about its parts as tables. */
record Measured(String check, List<Finding> findings) {
    private static final Map<String, String> TITLES =
            Map.of("privacy", "Privacy", "quality", "Likeness", "bias", "Bias");
    private static final Map<String, String> LEADS = Map.of(
            "privacy",
            "How far the synthetic rows depend on single rows that were learned from. The bar is the interval of the"
                    + " estimate, the dot the estimate, the dashed line the baseline: what chance gives, or what real rows"
                    + " score that the model never saw. Intervals are so wide that the gate's privacy rules, all together,"
                    + " wrongly refuse at most 5 in 100 harmless tables.",
            "quality",
            "How far the synthetic rows resemble the rows that were learned from. The dashed line is the error that held-out"
                    + " real rows have themselves, by chance alone: being far below it is not better.",
            "bias",
            "Whether groups of people fare differently in the synthetic rows, or with models that learned from them, than they do"
                    + " in the real ones. What is unequal in the source stays unequal: this asks what synthesis adds.");

    /** One section a check, in the order in which they were measured. */
    static List<Element> sections(List<Finding> findings) {
        Map<String, List<Finding>> byCheck = new LinkedHashMap<>();
        findings.forEach(finding -> byCheck.computeIfAbsent(finding.check(), check -> new ArrayList<>())
                .add(finding));
        List<Element> sections = new ArrayList<>();
        byCheck.forEach((check, its) -> sections.add(new Measured(check, its).html()));
        return sections;
    }

    private Element html() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h2", TITLES.getOrDefault(check, check)).with("id", check));
        parts.add(element("p", LEADS.getOrDefault(check, "")));
        Map<String, List<Finding>> ofParts = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!finding.subject().isEmpty()) {
                ofParts.computeIfAbsent(finding.name(), name -> new ArrayList<>())
                        .add(finding);
            } else if (!DistanceTable.holds(finding)) {
                parts.add(whole(finding));
            }
        }
        ofParts.values().forEach(its -> parts.add(ForestPlot.suits(its) ? compared(its) : new WorstFirst(its).html()));
        List<Finding> distances = findings.stream().filter(DistanceTable::holds).toList();
        if (!distances.isEmpty()) {
            parts.add(new DistanceTable(distances).html());
        }
        return element("section", parts).with("aria-labelledby", check);
    }

    /** Several subjects drawn under each other, with the same numbers as a table. */
    private static Element compared(List<Finding> its) {
        Name name = Name.of(its.get(0));
        List<Html> parts = new ArrayList<>();
        parts.add(element("h3", name.title()));
        parts.add(element("figure", new ForestPlot(its).drawing()));
        Meaning.of(name.finding())
                .ifPresentOrElse(meaning -> parts.addAll(explained(meaning)), () -> parts.add(unknown()));
        parts.add(element("details", element("summary", "The numbers"), new WorstFirst(its).html()));
        return element("article", parts);
    }

    private static Element whole(Finding finding) {
        Name name = Name.of(finding);
        List<Html> parts = new ArrayList<>();
        parts.add(element("h3", name.title()));
        parts.add(numbers(finding, name));
        if (!finding.inconclusive()) {
            parts.add(new IntervalBar(finding, name.unit(), name.baseline()).html());
        }
        Meaning.of(finding.name())
                .ifPresentOrElse(meaning -> parts.addAll(explained(meaning)), () -> parts.add(unknown()));
        parts.add(element("p", element("code", finding.name())).with("class", "rule"));
        return element("article", parts);
    }

    private static Element numbers(Finding finding, Name name) {
        List<Html> words = new ArrayList<>();
        words.add(element("strong", name.unit().of(finding.value())));
        if (finding.inconclusive()) {
            words.add(text(" (too few rows to decide)"));
        } else if (finding.low() < finding.high()) {
            words.add(text(" (" + name.unit().interval(finding.low(), finding.high()) + ")"));
        }
        words.add(text(" · " + name.baseline() + ": " + name.unit().of(finding.baseline())));
        return element("p", words).with("class", "numbers");
    }

    static List<Element> explained(Meaning meaning) {
        return List.of(
                element("p", meaning.means()),
                element("p", element("b", "What it cannot show. "), text(meaning.cannotShow())));
    }

    private static Element unknown() {
        return element("p", "This report has no words for this finding; docs/evidence.md lists those it knows.");
    }
}
