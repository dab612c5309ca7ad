package io.understudy.report;

import static io.understudy.report.Html.element;

import io.understudy.report.Html.Element;
import java.util.List;
import java.util.Locale;

/** Shapes of a chart. Lengths are in the units of the chart's own box, y grows downwards. */
final class Svg {
    private Svg() {}

    /**
     * A drawing that grows and shrinks with the page.
     *
     * @param words what a person reads who does not see it
     */
    static Element drawing(double width, double height, String words, List<? extends Html> shapes) {
        return element("svg", shapes)
                .with("viewBox", "0 0 " + number(width) + " " + number(height))
                .with("role", "img")
                .with("aria-label", words);
    }

    static Element line(String kind, double x1, double y1, double x2, double y2) {
        return element("path")
                .with("class", kind)
                .with("d", "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    }

    static Element path(String kind, CharSequence d) {
        return element("path").with("class", kind).with("d", d.toString());
    }

    /** A filled rectangle. */
    static Element bar(String kind, double x, double y, double width, double height) {
        return element("rect")
                .with("class", kind)
                .with("x", number(x))
                .with("y", number(y))
                .with("width", number(Math.max(0, width)))
                .with("height", number(Math.max(0, height)));
    }

    static Element dot(String kind, double x, double y) {
        return element("circle")
                .with("class", kind)
                .with("cx", number(x))
                .with("cy", number(y))
                .with("r", "5");
    }

    /** Words that begin at a place. */
    static Element words(String kind, double x, double y, String words) {
        return element("text", words).with("class", kind).with("x", number(x)).with("y", number(y));
    }

    /** Words that end at a place. */
    static Element wordsBefore(String kind, double x, double y, String words) {
        return words(kind, x, y, words).with("text-anchor", "end");
    }

    /** Words around a place. */
    static Element wordsAround(String kind, double x, double y, String words) {
        return words(kind, x, y, words).with("text-anchor", "middle");
    }

    /** A length with as many digits as an eye can see. */
    static String number(double length) {
        String text = String.format(Locale.ROOT, "%.1f", Double.isFinite(length) ? length : 0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
