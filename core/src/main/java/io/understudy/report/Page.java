package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.report.Html.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A report as a page: decision, findings, limits, run. Its policy lets a browser load nothing and run nothing. */
record Page(Report report) {
    private static final String STYLE = style();
    private static final List<String> LIMITS = List.of(
            "It is evidence about this one table, not a guarantee. The release is not differentially private, and passing a"
                    + " gate does not make it anonymous: whether it is depends on what others know and can do.",
            "It compares with rows of the same source that were held out. What is wrong with the source, a bias for"
                    + " instance, is learned and released with the rest.",
            "Identifiers and free texts are made up from their shape and are not compared.",
            "Who may see the table is for a person to decide. The gate only stops what breaks its rules.");

    private static String style() {
        try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html() {
        return document(new Decision(report).verdict() + ": " + report.title() + " · Understudy", body());
    }

    /** A whole document in the style of all pages. */
    static String document(String title, Element body) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        element("html", head(title), body)
                .with("xmlns", "http://www.w3.org/1999/xhtml")
                .with("lang", "en")
                .write(out);
        return out.append('\n').toString();
    }

    private static Element head(String title) {
        String policy =
                "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; form-action 'none'";
        return element(
                "head",
                element("meta").with("charset", "utf-8"),
                element("meta").with("http-equiv", "Content-Security-Policy").with("content", policy),
                element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                element("meta").with("name", "color-scheme").with("content", "light dark"),
                element("meta").with("name", "referrer").with("content", "no-referrer"),
                element("title", title),
                element("style", STYLE));
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Element body() {
        Decision decision = new Decision(report);
        List<Html> main = new ArrayList<>();
        main.add(decision.breaches());
        if (!report.notes().isEmpty()) {
            main.add(notes());
        }
        main.addAll(Measured.sections(report.findings()));
        main.add(limits());
        main.add(run());
        return element("body", decision.header(), element("main", main), footer());
    }

    private Element notes() {
        return list("notes", "What to know about this table", report.notes());
    }

    private static Element limits() {
        return list("limits", "What this report cannot say", LIMITS);
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
        List<Element> provenance = new ArrayList<>();
        report.provenance().forEach((what, value) -> provenance.add(row(what, value)));
        return element(
                        "section",
                        element("h2", "The run").with("id", "run"),
                        table("Where the table comes from", provenance),
                        table("How long each stage took", stages))
                .with("aria-labelledby", "run");
    }

    private static Element table(String caption, List<Element> rows) {
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
                        text("Every number of this page stands in "),
                        element("code", "verdict.json"),
                        text(" beside it.")));
    }
}
