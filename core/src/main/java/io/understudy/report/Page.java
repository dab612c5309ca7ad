package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as a page: decision, findings, columns, pairs, network, limits, run. */
record Page(Report report) {
    static final List<String> LIMITS = List.of(
            "It is evidence about this one table, not a guarantee. The release is not differentially private, and passing a"
                    + " gate does not make it anonymous: whether it is depends on what others know and can do.",
            "It compares with rows of the same source that were held out. What is wrong with the source, a bias for"
                    + " instance, is learned and released with the rest.",
            "Identifiers and free texts are made up from their shape and are not compared.",
            "Who may see the table is for a person to decide. The gate only stops what breaks its rules.");

    String html() {
        Decision decision = new Decision(report);
        List<Element> sections = sections(decision);
        Element main = element("main", sections).with("id", "main");
        return Head.page(
                Head.scripted(decision.verdict() + ": " + report.title() + " · Understudy"),
                element(
                        "body",
                        decision.header(),
                        contents(sections),
                        main,
                        footer(),
                        element("script", List.of(new Html.Verbatim(Resource.SCRIPT)))));
    }

    private List<Element> sections(Decision decision) {
        boolean curves = !report.pictures().curves().isEmpty();
        List<Element> sections = new ArrayList<>();
        sections.add(decision.breaches());
        if (!report.notes().isEmpty()) {
            sections.add(list("notes", "What to know about this table", report.notes()));
        }
        for (Element measured : Measured.sections(report.findings())) {
            sections.add(measured);
            addIf(
                    sections,
                    curves && "privacy".equals(measured.attributes().get("aria-labelledby")),
                    () -> CurveSection.of(report.pictures().curves()).html());
        }
        addIf(
                sections,
                !report.pictures().columns().isEmpty(),
                () -> ColumnGallery.of(report).html());
        addIf(
                sections,
                !report.pictures().pairs().isEmpty(),
                () -> PairGallery.of(report).html());
        addIf(
                sections,
                !report.pictures().network().isEmpty(),
                () -> new NetworkSection(report.pictures().network()).html());
        sections.add(list("limits", "What this report cannot say", LIMITS));
        sections.add(run());
        return sections;
    }

    private interface Section {
        Element html();
    }

    private static void addIf(List<Element> sections, boolean there, Section section) {
        if (there) {
            sections.add(section.html());
        }
    }

    /** Links to the sections, and a field to find columns by, which is of use only where the script runs. */
    private static Element contents(List<Element> sections) {
        List<Element> links = sections.stream()
                .map(section -> section.attributes().get("aria-labelledby"))
                .map(id -> element("li", element("a", titleOf(sections, id)).with("href", "#" + id)))
                .toList();
        Element find = element(
                        "div",
                        element("label", "Find columns").with("for", "find"),
                        element("input")
                                .with("id", "find")
                                .with("type", "search")
                                .with("autocomplete", "off"),
                        element("button", "Unfold all").with("type", "button").with("id", "unfold"),
                        element("button", "Fold all").with("type", "button").with("id", "fold"),
                        element("p").with("id", "found").with("role", "status"),
                        element(
                                "p",
                                "Charts tell their numbers where you point at them; with the keyboard, where the"
                                        + " arrow keys are once a chart has the focus."))
                .with("class", "find")
                .with("id", "tools")
                .with("hidden", "hidden");
        return element("nav", element("ul", links), find).with("aria-label", "Sections");
    }

    /** The heading of the section with this name. */
    private static String titleOf(List<Element> sections, String id) {
        return sections.stream()
                .filter(section -> id.equals(section.attributes().get("aria-labelledby")))
                .flatMap(section -> section.children().stream())
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.name().equals("h2"))
                .map(Element::words)
                .findFirst()
                .orElse(id);
    }

    private static Element list(String id, String title, List<String> sentences) {
        return element(
                        "section",
                        element("h2", title).with("id", id),
                        element(
                                "ul",
                                sentences.stream()
                                        .map(sentence -> element("li", sentence))
                                        .toList()))
                .with("aria-labelledby", id);
    }

    private Element run() {
        List<Element> stages = new ArrayList<>();
        report.stages()
                .forEach((stage, seconds) -> stages.add(row(stage, String.format(Locale.ROOT, "%.1f s", seconds))));
        return element(
                        "section",
                        element("h2", "The run").with("id", "run"),
                        table("Where the table comes from", rows(report.provenance())),
                        table("How long each stage took", stages))
                .with("aria-labelledby", "run");
    }

    static List<Element> rows(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> row(pair.getKey(), pair.getValue()))
                .toList();
    }

    static Element table(String caption, List<Element> rows) {
        return element("table", element("caption", caption), element("tbody", rows))
                .with("class", "pairs");
    }

    private static Element row(String name, String value) {
        return element("tr", element("th", name).with("scope", "row"), element("td", value));
    }

    private static Element footer() {
        return element(
                "footer",
                element(
                        "p",
                        text("Every finding of this page stands in "),
                        element("code", "verdict.json"),
                        text(" beside it.")));
    }
}
