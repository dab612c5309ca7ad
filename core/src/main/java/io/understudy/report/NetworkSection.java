package io.understudy.report;

import static io.understudy.report.Html.element;

import io.understudy.check.picture.Parents;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;

/** Which columns the model lets each column depend on: a graph where that can be read, and a table. */
record NetworkSection(List<Parents> network) {

    Element html() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h2", "What depends on what").with("id", "network"));
        parts.add(element(
                "p",
                "The model draws one column after the other, each given some of those before it: its parents. The first"
                        + " parent tells most about a column. Dependence is not cause."));
        if (network.size() <= NetworkGraph.MOST) {
            parts.add(element("figure", new NetworkGraph(network).drawing()));
        }
        Element table = element(
                "table",
                element("caption", "Parents of each column, the one that tells most first"),
                element(
                        "thead",
                        element(
                                "tr",
                                element("th", "Column").with("scope", "col"),
                                element("th", "Parents").with("scope", "col"))),
                element("tbody", network.stream().map(NetworkSection::row).toList()));
        parts.add(element("details", element("summary", "All parents"), table.with("class", "pairs"))
                .with("class", "all"));
        return element("section", parts).with("aria-labelledby", "network");
    }

    private static Element row(Parents column) {
        String parents = column.parents().isEmpty() ? "none" : String.join(", ", column.parents());
        return element(
                        "tr",
                        element("th", column.column()).with("scope", "row").with("class", "name"),
                        element("td", parents).with("class", "name"))
                .with("class", "entry");
    }
}
