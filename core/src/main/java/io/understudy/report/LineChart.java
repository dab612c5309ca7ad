package io.understudy.report;

import io.understudy.check.Curve;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The curves of one metric on the same axes, each with its name at its end.
 *
 * @param curves   at least one
 * @param across   what the axis along the bottom measures
 * @param diagonal whether to draw what guessing gives
 */
record LineChart(List<Curve> curves, String across, boolean diagonal) {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 280;
    private static final double LEFT = 52;
    private static final double RIGHT = 530;
    private static final double TOP = 12;
    private static final double BOTTOM = 230;
    private static final double LINE = 15;
    /** Along the bottom, where somebody may point at. */
    private static final int PLACES = 100;

    private static final List<String> OTHERS = List.of("other1 line", "other2 line", "other3 line");

    Element drawing() {
        ValueAxis x = ValueAxis.upTo(curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .filter(Double::isFinite)
                .max()
                .orElse(1));
        ValueAxis y = new ValueAxis(0, 1, 0.25);
        List<Html> shapes = new ArrayList<>(axes(x, y));
        if (diagonal) {
            shapes.add(Svg.line("guess", LEFT, BOTTOM, RIGHT, TOP));
        }
        double free = TOP;
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            String kind = kind(curve, i);
            shapes.add(Svg.path(kind, points(curve, x, y)));
            shapes.add(Svg.line(kind, RIGHT + 8, free + LINE / 2 + 30, RIGHT + 26, free + LINE / 2 + 30));
            shapes.add(Svg.words("label", RIGHT + 31, free + LINE / 2 + 34, ScaleWords.cut(words(curve), 14)));
            free += LINE + 6;
        }
        return readings(x).on(Svg.drawing(WIDTH, HEIGHT, words(), shapes));
    }

    /** Of each curve at places along the bottom: how high it is there. */
    private Readings readings(ValueAxis axis) {
        double[] at = IntStream.range(0, PLACES)
                .mapToDouble(i -> axis.end() * (i + 0.5) / PLACES)
                .toArray();
        Map<String, double[]> shares = new LinkedHashMap<>();
        curves.forEach(curve -> shares.put(
                words(curve), Arrays.stream(at).map(x -> height(curve, x)).toArray()));
        return Readings.along(
                Readings.steps(LEFT, RIGHT, PLACES),
                TOP,
                BOTTOM,
                Arrays.stream(at).mapToObj(x -> across + " " + Numeral.plain(x)).toList(),
                shares);
    }

    /** On the line between the points beside it; on a step, at its top. */
    private static double height(Curve curve, double x) {
        double[] xs = curve.x();
        int after = 0;
        while (after < xs.length && xs[after] <= x) {
            after++;
        }
        if (after == 0 || after == xs.length) {
            return after == 0 ? 0 : curve.y()[after - 1];
        }
        double before = curve.y()[after - 1];
        double way = (x - xs[after - 1]) / (xs[after] - xs[after - 1]);
        return before + way * (curve.y()[after] - before);
    }

    private static String kind(Curve curve, int place) {
        return switch (curve.line()) {
            case Curve.SYNTHETIC -> "synthetic line";
            case Curve.HOLDOUT -> "holdout line";
            default -> OTHERS.get(place % OTHERS.size());
        };
    }

    private static String words(Curve curve) {
        return curve.line().equals(Curve.HOLDOUT) ? "held out" : curve.line();
    }

    private static StringBuilder points(Curve curve, ValueAxis x, ValueAxis y) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < curve.x().length; i++) {
            d.append(i == 0 ? 'M' : 'L').append(Svg.number(x.place(curve.x()[i], LEFT, RIGHT)));
            d.append(' ').append(Svg.number(y.place(curve.y()[i], BOTTOM, TOP)));
        }
        return d;
    }

    private List<Html> axes(ValueAxis x, ValueAxis y) {
        List<Html> shapes = new ArrayList<>();
        for (double mark : y.marks()) {
            double at = y.place(mark, BOTTOM, TOP);
            shapes.add(Svg.line("grid", LEFT, at, RIGHT, at));
            shapes.add(Svg.wordsBefore("mark", LEFT - 6, at + 4, Numeral.percent(mark)));
        }
        for (double mark : x.marks()) {
            double at = x.place(mark, LEFT, RIGHT);
            shapes.add(Svg.line("tick", at, BOTTOM, at, BOTTOM + 5));
            shapes.add(Svg.wordsAround("mark", at, BOTTOM + 19, Numeral.plain(mark)));
        }
        shapes.add(Svg.wordsAround("label", (LEFT + RIGHT) / 2, BOTTOM + 40, across));
        return shapes;
    }

    private String words() {
        return "Curves over " + across + ". "
                + curves.stream().map(LineChart::middle).collect(Collectors.joining(" "));
    }

    /** A curve in a sentence: where it crosses one half. */
    private static String middle(Curve curve) {
        int at = 0;
        while (at < curve.y().length - 1 && curve.y()[at] < 0.5) {
            at++;
        }
        String reached = curve.x().length == 0 ? "nowhere" : Numeral.plain(curve.x()[at]);
        return words(curve) + " reaches half at " + reached + ".";
    }
}
