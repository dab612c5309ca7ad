package io.understudy.report;

import io.understudy.check.picture.ColumnPicture;
import io.understudy.check.picture.Scale;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column of numbers: one histogram a table, laid over each other. Area is share of rows: where an interval is wider than
 * the usual one it is drawn lower. Open intervals at the ends are drawn as wide as the usual one.
 */
record HistogramChart(String column, Scale.Intervals scale, Shares shares) {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 190;
    private static final double LEFT = 46;
    private static final double RIGHT = 630;
    private static final double TOP = 10;
    private static final double BOTTOM = 158;
    /** Letters of a mark below the axis take about so much room. */
    private static final double LETTER = 7;

    static HistogramChart of(ColumnPicture picture) {
        return new HistogramChart(picture.column(), (Scale.Intervals) picture.scale(), Shares.of(picture));
    }

    Element drawing() {
        double[] bounds = bounds();
        double usual = usual(scale.edges());
        List<double[]> heights = new ArrayList<>();
        for (double[] of : List.of(shares.train(), shares.holdout(), shares.synthetic())) {
            heights.add(heights(of, bounds, usual));
        }
        ValueAxis axis = ValueAxis.upTo(
                heights.stream().flatMapToDouble(Arrays::stream).max().orElse(0));
        List<Html> shapes = new ArrayList<>(grid(axis));
        shapes.add(Svg.path("train area", steps(heights.get(0), bounds, axis, true)));
        shapes.add(Svg.path("train line", steps(heights.get(0), bounds, axis, false)));
        shapes.add(Svg.path("holdout line", steps(heights.get(1), bounds, axis, false)));
        shapes.add(Svg.path("synthetic line", steps(heights.get(2), bounds, axis, false)));
        shapes.addAll(marks(bounds));
        return readings(bounds).on(Svg.drawing(WIDTH, HEIGHT, words(), shapes));
    }

    private Readings readings(double[] bounds) {
        int first = shares.occurs(1) ? 1 : 2;
        List<Integer> groups =
                IntStream.range(first, first + bounds.length - 1).boxed().toList();
        return Readings.along(
                Arrays.stream(bounds).map(bound -> x(bound, bounds)).toArray(),
                TOP,
                BOTTOM,
                groups.stream().map(group -> ScaleWords.group(scale, group)).toList(),
                Readings.ofTables(
                        Readings.only(groups, shares.train()),
                        Readings.only(groups, shares.holdout()),
                        Readings.only(groups, shares.synthetic())));
    }

    private String words() {
        return "Histogram of " + column + " in the learned, the held-out and the synthetic rows. "
                + shares.largestDifference();
    }

    /** The width that most intervals have. */
    private static double usual(double[] edges) {
        double[] widths = new double[Math.max(1, edges.length - 1)];
        widths[0] = 1;
        for (int i = 1; i < edges.length; i++) {
            widths[i - 1] = edges[i] - edges[i - 1];
        }
        Arrays.sort(widths);
        return widths[widths.length / 2];
    }

    /** Ends of what is drawn, in the column's own numbers; open intervals only where there are rows in them. */
    private double[] bounds() {
        double[] edges = scale.edges();
        double usual = usual(edges);
        boolean below = shares.occurs(1);
        boolean above = shares.occurs(edges.length + 1);
        double[] bounds = new double[edges.length + (below ? 1 : 0) + (above ? 1 : 0)];
        int at = 0;
        if (below) {
            bounds[at++] = edges[0] - usual;
        }
        for (double edge : edges) {
            bounds[at++] = edge;
        }
        if (above) {
            bounds[at] = edges[edges.length - 1] + usual;
        }
        return bounds;
    }

    private double[] heights(double[] of, double[] bounds, double usual) {
        int first = shares.occurs(1) ? 1 : 2;
        double[] heights = new double[bounds.length - 1];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = of[first + i] * usual / (bounds[i + 1] - bounds[i]);
        }
        return heights;
    }

    private static double x(double number, double[] bounds) {
        return LEFT + (RIGHT - LEFT) * (number - bounds[0]) / (bounds[bounds.length - 1] - bounds[0]);
    }

    private static StringBuilder steps(double[] heights, double[] bounds, ValueAxis axis, boolean closed) {
        StringBuilder d = new StringBuilder("M" + Svg.number(LEFT) + " " + Svg.number(BOTTOM));
        for (int i = 0; i < heights.length; i++) {
            d.append('V').append(Svg.number(axis.place(heights[i], BOTTOM, TOP)));
            d.append('H').append(Svg.number(x(bounds[i + 1], bounds)));
        }
        return d.append('V').append(Svg.number(BOTTOM)).append(closed ? "Z" : "");
    }

    private static List<Html> grid(ValueAxis axis) {
        List<Html> grid = new ArrayList<>();
        for (double mark : axis.marks()) {
            double y = axis.place(mark, BOTTOM, TOP);
            grid.add(Svg.line("grid", LEFT, y, RIGHT, y));
            grid.add(Svg.wordsBefore("mark", LEFT - 6, y + 4, Numeral.percent(mark)));
        }
        return grid;
    }

    /** Edges along the bottom, as many as have room. */
    private List<Html> marks(double[] bounds) {
        List<Html> marks = new ArrayList<>();
        double free = 0;
        for (int i = 0; i < scale.edges().length; i++) {
            boolean middles = scale.edges()[i] != Math.rint(scale.edges()[i]) && i + 1 < scale.edges().length;
            String words =
                    middles ? ScaleWords.group(scale, i + 2).replaceFirst(" to .*", "") : ScaleWords.edge(scale, i);
            double at = x(scale.edges()[i], bounds);
            double x = middles ? (at + x(scale.edges()[i + 1], bounds)) / 2 : at;
            double half = LETTER * words.length() / 2;
            if (x - half >= free && x + half <= WIDTH) {
                marks.add(Svg.line("tick", x, BOTTOM, x, BOTTOM + 5));
                marks.add(Svg.wordsAround("mark", x, BOTTOM + 20, words));
                free = x + half + 2 * LETTER;
            }
        }
        return marks;
    }
}
