package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.report.Html.Element;

/** Which colour is which table: the same everywhere. */
final class Key {
    private Key() {}

    /** The three tables. */
    static Element tables() {
        return element(
                        "p",
                        entry("train", "learned from"),
                        entry("holdout", "held out"),
                        entry("synthetic", "synthetic"))
                .with("class", "key");
    }

    private static Element entry(String table, String words) {
        Element sample = element("svg", Svg.line(table + (table.equals("holdout") ? " line" : " thick"), 0, 6, 28, 6))
                .with("viewBox", "0 0 28 12")
                .with("aria-hidden", "true");
        return element("span", sample, text(" " + words));
    }
}
