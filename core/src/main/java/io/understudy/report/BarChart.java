package io.understudy.report;

import io.understudy.check.picture.ColumnPicture;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A column of labels: a bar for learned and one for synthetic rows, and a stroke where held-out rows end. */
record BarChart(String column, Shares shares) {
    private static final double WIDTH = 640;
    private static final double LEFT = 190;
    private static final double RIGHT = 540;
    private static final double ROW = 26;
    private static final double THICK = 9;
    private static final int LETTERS = 24;

    static BarChart of(ColumnPicture picture) {
        return new BarChart(picture.column(), Shares.of(picture));
    }

    Element drawing() {
        List<Integer> groups = IntStream.range(0, shares.train().length)
                .boxed()
                .filter(shares::occurs)
                .sorted((a, b) -> Boolean.compare(a == 0, b == 0))
                .toList();
        ValueAxis axis = ValueAxis.upTo(groups.stream()
                .mapToDouble(group ->
                        Math.max(shares.train()[group], Math.max(shares.holdout()[group], shares.synthetic()[group])))
                .max()
                .orElse(0));
        List<Html> shapes = new ArrayList<>();
        double bottom = ROW * groups.size() + 2;
        for (double mark : axis.marks()) {
            double x = axis.place(mark, LEFT, RIGHT);
            shapes.add(Svg.line("grid", x, 0, x, bottom));
            shapes.add(Svg.wordsAround("mark", x, bottom + 14, Numeral.percent(mark)));
        }
        for (int row = 0; row < groups.size(); row++) {
            shapes.addAll(row(groups.get(row), row * ROW + 3, axis));
        }
        return readings(groups).on(Svg.drawing(WIDTH, bottom + 20, words(), shapes));
    }

    private Readings readings(List<Integer> groups) {
        return new Readings(
                new double[] {0, WIDTH},
                Readings.steps(0, ROW * groups.size(), groups.size()),
                new double[] {0},
                List.of(""),
                groups.stream()
                        .map(group -> blank(ScaleWords.group(shares.scale(), group)))
                        .toList(),
                Readings.ofTables(
                        Readings.only(groups, shares.train()),
                        Readings.only(groups, shares.holdout()),
                        Readings.only(groups, shares.synthetic())));
    }

    private static String blank(String label) {
        return label.isBlank() ? "(blank)" : label;
    }

    private List<Html> row(int group, double y, ValueAxis axis) {
        double train = axis.place(shares.train()[group], LEFT, RIGHT);
        double holdout = axis.place(shares.holdout()[group], LEFT, RIGHT);
        double synthetic = axis.place(shares.synthetic()[group], LEFT, RIGHT);
        String label = ScaleWords.cut(ScaleWords.group(shares.scale(), group), LETTERS);
        return List.of(
                Svg.wordsBefore("label", LEFT - 8, y + 14, blank(label)),
                Svg.bar("train fill", LEFT, y, train - LEFT, THICK),
                Svg.bar("synthetic fill", LEFT, y + THICK + 1, synthetic - LEFT, THICK),
                Svg.line("holdout stroke", holdout, y - 2, holdout, y + 2 * THICK + 3),
                Svg.words("synthetic value", RIGHT + 10, y + 14, Numeral.share(shares.synthetic()[group])));
    }

    private String words() {
        return "Bars of " + column + " in the learned, the held-out and the synthetic rows. "
                + shares.largestDifference();
    }
}
