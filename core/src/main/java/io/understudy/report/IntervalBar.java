package io.understudy.report;

import static io.understudy.report.Html.element;

import io.understudy.check.Finding;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A finding drawn: its interval as a bar, its estimate as a dot and its baseline as a dashed line, on an axis that
 * begins at 0 and ends at a round number. Places are percentages, so that the drawing is as wide as the page.
 */
record IntervalBar(Finding finding, Unit unit, String baseline) {
    private static final double[] ROUND = {
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000
    };

    Element html() {
        double right = round(Math.max(Math.max(finding.high(), finding.value()), finding.baseline()));
        double lowest = Math.min(Math.min(finding.low(), finding.value()), finding.baseline());
        double left = lowest < 0 ? -round(-lowest) : 0;
        return element("figure", drawing(left, right), ends(left, right)).with("class", "bar");
    }

    /** The first round number that is not smaller, the number itself beyond the last. */
    private static double round(double number) {
        for (double round : ROUND) {
            if (round >= number) {
                return round;
            }
        }
        return number;
    }

    private Element drawing(double left, double right) {
        List<Html> shapes = new ArrayList<>();
        shapes.add(line("axis", "0%", "100%", 14).with("y2", "14"));
        if (finding.low() < finding.high()) {
            shapes.add(line("interval", at(finding.low(), left, right), at(finding.high(), left, right), 14)
                    .with("y2", "14"));
        }
        String baselineAt = at(finding.baseline(), left, right);
        shapes.add(line("baseline", baselineAt, baselineAt, 1).with("y2", "27"));
        shapes.add(element("circle")
                .with("class", "estimate")
                .with("cx", at(finding.value(), left, right))
                .with("cy", "14")
                .with("r", "5"));
        return element("svg", shapes)
                .with("width", "100%")
                .with("height", "28")
                .with("role", "img")
                .with("aria-label", words());
    }

    private static Element line(String kind, String x1, String x2, int y1) {
        return element("line").with("class", kind).with("x1", x1).with("x2", x2).with("y1", Integer.toString(y1));
    }

    private static String at(double number, double left, double right) {
        double place = (Math.max(left, Math.min(right, number)) - left) / (right - left);
        return String.format(Locale.ROOT, "%.2f%%", Double.isNaN(place) ? 0 : 100 * place);
    }

    private Element ends(double left, double right) {
        return element("figcaption", element("span", unit.of(left)), element("span", unit.of(right)));
    }

    private String words() {
        return unit.of(finding.value()) + ", interval from " + unit.of(finding.low()) + " to " + unit.of(finding.high())
                + ", " + baseline + " " + unit.of(finding.baseline());
    }
}
