package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One page that may travel with a table: what it is, what was decided, the main figures, what they cannot show, and the
 * hash of the evidence. It holds no value of a row, nothing of the model and no place where anything lies.
 *
 * @param report   of the run
 * @param table    where the table is published; only the last part of it is shown
 * @param evidence SHA-256 of the file of the verdict, in hexadecimal digits
 */
public record Certificate(Report report, String table, String evidence) {
    /** The usual names of the two forms, beside the verdict. */
    public static final String HTML = "certificate.html";

    /** The name of the same in Markdown. */
    public static final String MARKDOWN = "certificate.md";

    private static final Map<String, String> DECIDED = Map.of(
            "published", "It was assessed before its release, and no rule of the gate is broken.",
            "passed", "It was assessed, and no rule of the gate is broken.",
            "refused", "It was assessed and refused: rules of the gate are broken, and it must not be released.");

    private static final String UNJUDGED =
            "It was assessed, but no rule decided on its release: the gate was told to report only.";

    /** A page of its own that needs nothing but itself; printed, it fits one sheet. */
    public String html() {
        List<Html> main = new ArrayList<>();
        main.add(section("what", "What this is", paragraphs(what())));
        main.add(section("figures", "Main figures", List.of(figures())));
        main.add(section("limits", "What this cannot say", List.of(list(Page.LIMITS))));
        if (!report.notes().isEmpty()) {
            main.add(section("notes", "What to know about this table", List.of(list(report.notes()))));
        }
        main.add(section(
                "provenance",
                "Where it comes from",
                List.of(Page.table("How to recognise the evidence", Page.rows(provenance())))));
        Element header = element(
                "header",
                element(
                                "p",
                                "Understudy · certificate of a "
                                        + (report.real() > 0 ? "table with real rows" : "synthetic table"))
                        .with("class", "brand"),
                element("h1", name()).with("class", "verdict " + report.verdict() + " name"));
        Element body = element("body", header, element("main", main)).with("class", "certificate");
        return Head.page(Head.plain("Certificate: " + name()), body);
    }

    /** The same as text with Markdown's marks. */
    public String markdown() {
        StringBuilder out = new StringBuilder("# " + Markdown.escaped(name()) + "\n\n");
        what().forEach(sentence -> out.append(Markdown.escaped(sentence)).append("\n\n"));
        out.append("## Main figures\n\n| | synthetic | for comparison |\n|---|---|---|\n");
        for (Figure figure : Figure.main(report.findings())) {
            out.append("| ").append(Markdown.escaped(figure.title()));
            out.append(" | ").append(figure.value());
            out.append(" | ").append(Markdown.escaped(figure.comparison())).append(" |\n");
        }
        out.append("\n## What this cannot say\n\n");
        Page.LIMITS.forEach(limit -> out.append("- ").append(limit).append('\n'));
        report.notes()
                .forEach(note -> out.append("- ").append(Markdown.escaped(note)).append('\n'));
        out.append("\n## Where it comes from\n\n");
        provenance()
                .forEach((what, value) -> out.append("- ")
                        .append(what)
                        .append(": `")
                        .append(value)
                        .append("`\n"));
        return out.toString();
    }

    private String name() {
        String last = table.replaceAll("[/\\\\]+$", "").replaceAll("^.*[/\\\\]", "");
        return last.isBlank() ? "synthetic table" : last;
    }

    private List<String> what() {
        return List.of(
                report.warning()
                        .map(warning -> warning
                                + (report.rows() == 0
                                        ? " Only what was missing in them is made up."
                                        : String.format(Locale.ROOT, " Of its rows %,d are synthetic.", report.rows())))
                        .orElseGet(() -> String.format(
                                Locale.ROOT,
                                "This table is synthetic. Its %,d rows were drawn from a statistical model of a table that does not leave its"
                                        + " place; they stand for nobody.",
                                report.rows())),
                report.judged() ? DECIDED.getOrDefault(report.verdict(), "It was assessed.") : UNJUDGED);
    }

    private Map<String, String> provenance() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("made with", "Understudy " + report.provenance().getOrDefault("understudy", ""));
        for (String key : List.of("run-id", "configuration", "gate")) {
            if (report.provenance().containsKey(key)) {
                shown.put(key, report.provenance().get(key));
            }
        }
        shown.put("evidence (SHA-256 of verdict.json)", evidence);
        return shown;
    }

    private static List<Html> paragraphs(List<String> sentences) {
        List<Html> paragraphs = new ArrayList<>();
        sentences.forEach(sentence -> paragraphs.add(element("p", sentence)));
        return paragraphs;
    }

    private static Element section(String id, String title, List<? extends Html> parts) {
        List<Html> all = new ArrayList<>();
        all.add(element("h2", title).with("id", id));
        all.addAll(parts);
        return element("section", all).with("aria-labelledby", id);
    }

    private static Element list(List<String> sentences) {
        return element(
                "ul",
                sentences.stream().map(sentence -> element("li", sentence)).toList());
    }

    private Element figures() {
        List<Element> rows = Figure.main(report.findings()).stream()
                .map(figure -> element(
                        "tr",
                        element("th", figure.title()).with("scope", "row"),
                        element("td", figure.value()),
                        element("td", figure.comparison())))
                .toList();
        Element head = element(
                "tr",
                element("th", text("Measured")).with("scope", "col"),
                element("th", text("Synthetic")).with("scope", "col"),
                element("th", text("For comparison")).with("scope", "col"));
        return element(
                "table",
                element("caption", "Measured on all rows, beside what harmless rows score"),
                element("thead", head),
                element("tbody", rows));
    }
}
