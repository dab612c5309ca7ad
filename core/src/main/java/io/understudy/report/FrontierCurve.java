package io.understudy.report;

import static io.understudy.report.Html.element;

import io.understudy.check.Finding;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The curve of a frontier: pull towards learned rows to the right, how easily rows are told apart to the top. */
record FrontierCurve(Frontier frontier) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int MARGIN = 50;

    /** A setting of which both are known. */
    private record At(double closeness, Finding pull, Finding apart) {}

    Element html() {
        List<At> points = frontier.points().stream()
                .filter(point -> point.named("privacy.closer-to-train").isPresent()
                        && point.named("quality.c2st-auc").isPresent())
                .map(point -> new At(
                        point.closeness(),
                        point.named("privacy.closer-to-train").orElseThrow(),
                        point.named("quality.c2st-auc").orElseThrow()))
                .toList();
        if (points.isEmpty()) {
            return element("p", "There are too few rows to tell real and synthetic ones apart, so there is no curve.");
        }
        return element("figure", drawing(points), element("figcaption", "model.closeness stands beside each point."));
    }

    private static Element drawing(List<At> points) {
        Scale right = Scale.over(points, At::pull, MARGIN, WIDTH - MARGIN);
        Scale up = Scale.over(points, At::apart, HEIGHT - MARGIN, MARGIN);
        List<Html> shapes = new ArrayList<>();
        double left = right.at(points.get(0).pull.baseline());
        double bottom = up.at(points.get(0).apart.baseline());
        shapes.add(line("baseline", left, MARGIN, left, HEIGHT - MARGIN));
        shapes.add(line("baseline", MARGIN, bottom, WIDTH - MARGIN, bottom));
        for (int i = 1; i < points.size(); i++) {
            At from = points.get(i - 1);
            At to = points.get(i);
            shapes.add(line(
                    "axis",
                    right.at(from.pull.value()),
                    up.at(from.apart.value()),
                    right.at(to.pull.value()),
                    up.at(to.apart.value())));
        }
        points.forEach(point -> shapes.addAll(point(point, right.at(point.pull.value()), up.at(point.apart.value()))));
        shapes.add(label(
                WIDTH / 2.0,
                HEIGHT - 8,
                "pull towards learned rows, baseline "
                        + share(points.get(0).pull.baseline())));
        shapes.add(label(
                WIDTH / 2.0,
                20,
                "telling apart, baseline "
                        + String.format(Locale.ROOT, "%.2f", points.get(0).apart.baseline())));
        return element("svg", shapes)
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("width", "100%")
                .with("role", "img")
                .with(
                        "aria-label",
                        "Pull towards learned rows against telling rows apart, by closeness; the table below has the numbers");
    }

    private static List<Html> point(At point, double x, double y) {
        Element dot = element("circle")
                .with("class", "estimate")
                .with("cx", number(x))
                .with("cy", number(y))
                .with("r", "5");
        return List.of(dot, label(x + 20, y - 8, String.format(Locale.ROOT, "%.2f", point.closeness)));
    }

    private static Element line(String kind, double x1, double y1, double x2, double y2) {
        return element("line")
                .with("class", kind)
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2));
    }

    private static Element label(double x, double y, String words) {
        return element("text", words)
                .with("x", number(x))
                .with("y", number(y))
                .with("text-anchor", "middle")
                .with("font-size", "13")
                .with("fill", "currentColor");
    }

    private static String share(double share) {
        return Unit.SHARE.of(share);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Numbers as places on the page. */
    private record Scale(double low, double high, double from, double to) {
        static Scale over(List<At> points, Function<At, Finding> of, double from, double to) {
            ToDoubleFunction<At> value = point -> of.apply(point).value();
            double baseline = of.apply(points.get(0)).baseline();
            double low =
                    Math.min(baseline, points.stream().mapToDouble(value).min().orElse(baseline));
            double high =
                    Math.max(baseline, points.stream().mapToDouble(value).max().orElse(baseline));
            double room = Math.max(0.01, (high - low) / 10);
            return new Scale(low - room, high + room, from, to);
        }

        double at(double number) {
            return from + (number - low) / (high - low) * (to - from);
        }
    }
}
