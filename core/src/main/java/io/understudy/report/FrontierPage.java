package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.check.Finding;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A frontier as a page: its curve, and its numbers as a table. */
record FrontierPage(Frontier frontier) {
    private static final List<String> SHOWN =
            List.of("privacy.closer-to-train", "quality.c2st-auc", "quality.shape-error", "quality.trend-error");

    String html() {
        Element header = element(
                "header",
                element("p", "Understudy").with("class", "brand"),
                element("h1", "What closeness costs and gains"));
        Element main = element("main", curve(), numbers(), limits());
        return Head.page(
                Head.plain("Frontier: " + frontier.title() + " · Understudy"), element("body", header, main, footer()));
    }

    private Element curve() {
        return element(
                        "section",
                        element("h2", "The frontier").with("id", "frontier"),
                        element(
                                "p",
                                "The model of " + frontier.title()
                                        + " was fitted at several settings of model.closeness. To the right, more synthetic rows"
                                        + " lie nearer to a row that was learned from than to one that was not; to the top, a"
                                        + " classifier tells them more easily from real ones. The dashed lines are the baselines,"
                                        + " what rows of the same source score: the nearer to where they cross, the better."),
                        new FrontierCurve(frontier).html())
                .with("aria-labelledby", "frontier");
    }

    private Element numbers() {
        List<Element> heads = new ArrayList<>(List.of(column("Closeness")));
        SHOWN.forEach(name -> heads.add(column(title(name))));
        heads.add(column("Rows"));
        List<Element> rows = frontier.points().stream().map(FrontierPage::row).toList();
        Element table = element(
                "table",
                element("caption", "The numbers, with their baselines"),
                element("thead", element("tr", heads)),
                element("tbody", rows));
        return element("section", element("div", table).with("class", "scroll").with("tabindex", "0"));
    }

    private static Element column(String title) {
        return element("th", title).with("scope", "col");
    }

    private static String title(String name) {
        return Meaning.of(name).map(meaning -> meaning.name().title()).orElse(name);
    }

    private static Element row(Frontier.Point point) {
        List<Element> cells = new ArrayList<>();
        cells.add(element("th", String.format(Locale.ROOT, "%.2f", point.closeness()))
                .with("scope", "row"));
        for (String name : SHOWN) {
            cells.add(element("td", point.named(name).map(FrontierPage::number).orElse("not measured")));
        }
        cells.add(element("td", String.format(Locale.ROOT, "%,d", point.rows())));
        return element("tr", cells);
    }

    private static String number(Finding finding) {
        Unit unit = Name.of(finding).unit();
        return unit.of(finding.value()) + " (" + unit.of(finding.baseline()) + ")";
    }

    private static Element limits() {
        return element(
                "section",
                element("h2", "What it cannot say"),
                element(
                        "p",
                        "Each setting is one fit and one sample: neighbouring points may swap places by chance, within their"
                                + " intervals. Nothing of this was published, and no gate looked at it."));
    }

    private static Element footer() {
        return element(
                "footer",
                element(
                        "p",
                        text("Every number of this page stands in "),
                        element("code", Frontier.FILE),
                        text(" beside it.")));
    }
}
