package io.understudy.report;

import io.understudy.check.picture.PairPicture;
import io.understudy.check.picture.Scale;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A pair of columns: the shares of rows in each cell, learned and synthetic, and their difference, side by side. */
record Heatmaps(PairPicture pair, double[] train, double[] synthetic) {
    private static final double WIDTH = 770;
    private static final double LEFT = 150;
    private static final double SIDE = 190;
    private static final double GAP = 16;
    private static final double TOP = 22;
    private static final int SHADES = 8;
    private static final int LETTERS = 20;

    static Heatmaps of(PairPicture pair) {
        return new Heatmaps(pair, Shares.of(pair.train()), Shares.of(pair.synthetic()));
    }

    /** The groups of a scale that occur, in order. */
    private record Side(Scale scale, List<Integer> groups) {
        double size() {
            return SIDE / Math.max(1, groups.size());
        }

        String words(int place) {
            String words = ScaleWords.group(scale, groups.get(place));
            return ScaleWords.cut(words.isBlank() ? "(blank)" : words, LETTERS);
        }
    }

    Element drawing() {
        Side down = side(pair.rows(), true);
        Side along = side(pair.columns(), false);
        double most = IntStream.range(0, train.length)
                .mapToDouble(cell -> Math.max(train[cell], synthetic[cell]))
                .max()
                .orElse(0);
        double widest = IntStream.range(0, train.length)
                .mapToDouble(cell -> Math.abs(difference(cell)))
                .max()
                .orElse(0);
        List<Html> shapes = new ArrayList<>();
        for (int place = 0; place < down.groups().size(); place++) {
            shapes.add(
                    Svg.wordsBefore("label small", LEFT - 6, TOP + (place + 0.5) * down.size() + 4, down.words(place)));
        }
        shapes.addAll(
                panel(0, "learned, up to " + Numeral.percent(most), down, along, cell -> shade(train[cell], most)));
        shapes.addAll(panel(1, "synthetic, same shades", down, along, cell -> shade(synthetic[cell], most)));
        shapes.addAll(panel(
                2, "difference, ±" + Numeral.percent(widest), down, along, cell -> signed(difference(cell), widest)));
        return readings(down, along).on(Svg.drawing(WIDTH, TOP + SIDE + 96, words(), shapes));
    }

    /** Where few learned rows are, whether none are is not told. */
    private Readings readings(Side down, Side along) {
        int[] cells = down.groups().stream()
                .flatMapToInt(row -> along.groups().stream()
                        .mapToInt(column -> row * pair.columns().groups() + column))
                .toArray();
        Map<String, double[]> shares = new LinkedHashMap<>();
        shares.put("learned", of(cells, cell -> train[cell] > 0 ? train[cell] : Double.NaN));
        shares.put("synthetic", of(cells, cell -> synthetic[cell]));
        shares.put("difference", of(cells, cell -> train[cell] > 0 ? difference(cell) : Double.NaN));
        return new Readings(
                Readings.steps(LEFT, LEFT + SIDE, along.groups().size()),
                Readings.steps(TOP, TOP + SIDE, down.groups().size()),
                new double[] {0, SIDE + GAP, 2 * (SIDE + GAP)},
                named(pair.second(), along),
                named(pair.first(), down),
                shares);
    }

    private static double[] of(int[] cells, IntToDoubleFunction share) {
        return Arrays.stream(cells).mapToDouble(share).toArray();
    }

    private static List<String> named(String column, Side side) {
        return side.groups().stream()
                .map(group -> column + ": " + ScaleWords.group(side.scale(), group))
                .toList();
    }

    private double difference(int cell) {
        return synthetic[cell] - train[cell];
    }

    private Side side(Scale scale, boolean down) {
        int columns = pair.columns().groups();
        return new Side(
                scale,
                IntStream.range(0, scale.groups())
                        .filter(group -> IntStream.range(0, train.length)
                                .filter(cell -> (down ? cell / columns : cell % columns) == group)
                                .anyMatch(cell -> train[cell] > 0 || synthetic[cell] > 0))
                        .boxed()
                        .toList());
    }

    private interface Shade {
        String of(int cell);
    }

    private static String shade(double share, double most) {
        return share <= 0 || most <= 0 ? "" : "s" + Math.max(1, Math.round(SHADES * Math.sqrt(share / most)));
    }

    private static String signed(double difference, double widest) {
        long shade = widest <= 0 ? 0 : Math.round(SHADES / 2.0 * Math.abs(difference) / widest);
        return shade == 0 ? "" : (difference > 0 ? "m" : "l") + shade;
    }

    private List<Html> panel(int which, String title, Side down, Side along, Shade shade) {
        double left = LEFT + which * (SIDE + GAP);
        List<Html> shapes = new ArrayList<>();
        shapes.add(Svg.words("label small", left, TOP - 7, title));
        shapes.add(Svg.bar("frame", left, TOP, SIDE, SIDE));
        for (int row = 0; row < down.groups().size(); row++) {
            for (int column = 0; column < along.groups().size(); column++) {
                int cell = down.groups().get(row) * pair.columns().groups()
                        + along.groups().get(column);
                String kind = shade.of(cell);
                if (!kind.isEmpty()) {
                    double x = left + column * along.size();
                    shapes.add(Svg.bar(kind, x, TOP + row * down.size(), along.size(), down.size()));
                }
            }
        }
        for (int column = 0; column < along.groups().size(); column++) {
            double x = left + (column + 0.5) * along.size() + 3;
            String turned = "rotate(-50 " + Svg.number(x) + " " + Svg.number(TOP + SIDE + 10) + ")";
            shapes.add(Svg.wordsBefore("label small", x, TOP + SIDE + 10, along.words(column))
                    .with("transform", turned));
        }
        return shapes;
    }

    private String words() {
        int most = IntStream.range(0, train.length)
                .reduce(0, (a, b) -> Math.abs(difference(b)) > Math.abs(difference(a)) ? b : a);
        int columns = pair.columns().groups();
        return "Shares of rows by " + pair.first() + " and " + pair.second()
                + ", learned, synthetic and their difference. The largest difference is at "
                + ScaleWords.group(pair.rows(), most / columns) + " and "
                + ScaleWords.group(pair.columns(), most % columns) + ": learned " + Numeral.percent(train[most])
                + ", synthetic " + Numeral.percent(synthetic[most]) + ".";
    }
}
