package io.understudy.report;

import static io.understudy.report.Html.element;

import io.understudy.check.Finding;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Findings about many subjects as a table, the worst ones first and the others folded away. */
record WorstFirst(List<Finding> findings) {
    private static final int SHOWN = 10;
    private static final int MOST = 2000;

    WorstFirst {
        findings = findings.stream()
                .sorted(Comparator.comparingDouble(Finding::value).reversed())
                .toList();
    }

    Element html() {
        Name name = Name.of(findings.get(0));
        String order = name.compared() ? "worst first" : "most first";
        Element worst = table(findings.subList(0, Math.min(SHOWN, findings.size())), name, order);
        if (findings.size() <= SHOWN) {
            return element("div", worst);
        }
        List<Finding> all = findings.subList(0, Math.min(MOST, findings.size()));
        String counted = findings.size() <= MOST
                ? String.format(Locale.ROOT, "all %,d", findings.size())
                : String.format(
                        Locale.ROOT, "the worst %,d of %,d; verdict.json holds them all", MOST, findings.size());
        return element(
                "div",
                worst,
                element("details", element("summary", name.title() + ": " + counted), table(all, name, counted))
                        .with("class", "all"));
    }

    private static Element table(List<Finding> rows, Name name, String which) {
        String caption = name.title() + ", " + which;
        Element table = element(
                "table",
                element("caption", caption),
                element("thead", head(name)),
                element(
                        "tbody",
                        rows.stream().map(finding -> row(finding, name)).toList()));
        return element("div", table)
                .with("class", "scroll")
                .with("role", "region")
                .with("aria-label", caption)
                .with("tabindex", "0");
    }

    private static Element head(Name name) {
        return element(
                "tr",
                (name.compared()
                                ? Stream.of("Subject", "Synthetic", capitalised(name.baseline()))
                                : Stream.of("Subject", "Number"))
                        .map(title -> element("th", title).with("scope", "col"))
                        .toList());
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Element row(Finding finding, Name name) {
        List<Element> cells = new ArrayList<>();
        cells.add(element("th", finding.subject()).with("scope", "row").with("class", "name"));
        cells.add(element("td", name.unit().of(finding.value())));
        if (name.compared()) {
            cells.add(element("td", name.unit().of(finding.baseline())));
        }
        return element("tr", cells).with("class", "entry");
    }
}
