package io.understudy.report;

import static io.understudy.report.Html.element;

import io.understudy.check.Finding;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All quantiles of distances in one table, which alone prove nothing. */
record DistanceTable(List<Finding> findings) {
    private static final String CAPTION = "Quantiles of distances, synthetic beside held-out rows";

    /** Whether a finding is a quantile of distances. */
    static boolean holds(Finding finding) {
        return finding.name().startsWith("privacy.dcr-") || finding.name().startsWith("privacy.nndr-");
    }

    Element html() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h3", "Distances to learned rows"));
        Element head = element(
                "tr",
                Stream.of("Quantile", "Synthetic", "Interval", "Held-out rows")
                        .map(title -> element("th", title).with("scope", "col"))
                        .toList());
        Element table = element(
                "table",
                element("caption", CAPTION),
                element("thead", head),
                element("tbody", findings.stream().map(DistanceTable::row).toList()));
        parts.add(element("div", table)
                .with("class", "scroll")
                .with("role", "region")
                .with("aria-label", CAPTION)
                .with("tabindex", "0"));
        Meaning.of(findings.get(0).name()).ifPresent(meaning -> parts.addAll(Measured.explained(meaning)));
        return element("article", parts);
    }

    private static Element row(Finding finding) {
        Name name = Name.of(finding);
        return element(
                "tr",
                element("th", name.title()).with("scope", "row"),
                element("td", name.unit().of(finding.value())),
                element("td", name.unit().interval(finding.low(), finding.high())),
                element("td", name.unit().of(finding.baseline())));
    }
}
