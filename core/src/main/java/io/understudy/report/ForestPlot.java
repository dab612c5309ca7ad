package io.understudy.report;

import io.understudy.check.Finding;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The same measurement of several subjects, such as attacks or groups, under each other: a bar from the low to the high end
 * of each interval, a dot at the estimate, a dashed stroke at the baseline.
 *
 * @param findings of one name
 */
record ForestPlot(List<Finding> findings) {
    private static final double WIDTH = 640;
    private static final double LEFT = 220;
    private static final double RIGHT = 550;
    private static final double ROW = 28;
    private static final int LETTERS = 30;

    /** The most subjects for which a plot is easier to read than a table. */
    static final int MOST = 30;

    /** Whether findings are better drawn than listed. */
    static boolean suits(List<Finding> findings) {
        return findings.size() <= MOST && findings.stream().anyMatch(finding -> finding.low() < finding.high());
    }

    Element drawing() {
        Name name = Name.of(findings.get(0));
        double[] numbers = findings.stream()
                .flatMapToDouble(
                        finding -> DoubleStream.of(finding.value(), finding.low(), finding.high(), finding.baseline()))
                .filter(Double::isFinite)
                .toArray();
        ValueAxis axis = ValueAxis.between(
                Arrays.stream(numbers).min().orElse(0),
                Arrays.stream(numbers).max().orElse(0));
        List<Html> shapes = new ArrayList<>();
        double bottom = ROW * findings.size() + 4;
        for (double mark : axis.marks()) {
            double x = axis.place(mark, LEFT, RIGHT);
            shapes.add(Svg.line("grid", x, 0, x, bottom));
            shapes.add(Svg.wordsAround("mark", x, bottom + 16, name.unit().mark(mark)));
        }
        for (int row = 0; row < findings.size(); row++) {
            shapes.addAll(row(findings.get(row), row * ROW + ROW / 2 + 2, axis, name));
        }
        return Svg.drawing(WIDTH, bottom + 22, words(name), shapes);
    }

    private static List<Html> row(Finding finding, double y, ValueAxis axis, Name name) {
        double baseline = axis.place(finding.baseline(), LEFT, RIGHT);
        return List.of(
                Svg.wordsBefore("label", LEFT - 10, y + 4, ScaleWords.cut(finding.subject(), LETTERS)),
                Svg.line(
                        "interval",
                        axis.place(finding.low(), LEFT, RIGHT),
                        y,
                        axis.place(finding.high(), LEFT, RIGHT),
                        y),
                Svg.line("baseline", baseline, y - 11, baseline, y + 11),
                Svg.dot("estimate", axis.place(finding.value(), LEFT, RIGHT), y),
                Svg.words("value", RIGHT + 10, y + 4, name.unit().of(finding.value())));
    }

    private String words(Name name) {
        return name.title() + ". "
                + findings.stream()
                        .map(finding -> finding.subject() + " " + name.unit().of(finding.value()) + ", interval from "
                                + name.unit().of(finding.low()) + " to "
                                + name.unit().of(finding.high()) + ", " + name.baseline() + " "
                                + name.unit().of(finding.baseline()))
                        .collect(Collectors.joining("; "));
    }
}
