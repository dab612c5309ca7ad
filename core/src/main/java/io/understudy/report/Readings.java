package io.understudy.report;

import io.understudy.report.Html.Element;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The numbers behind a chart, for the page's script to tell where somebody points at it: a grid over the drawing, and for each of
 * its cells a share by name.
 *
 * @param x      ends of the grid's columns, ascending, in the units of the drawing: one more than {@code across}
 * @param y      ends of the grid's rows, ascending
 * @param panels how far to the right the grid lies, once for every time it is drawn
 * @param across what the columns are called
 * @param down   what the rows are called; empty where there is but one
 * @param shares by name, 0 .. 1 or a difference of such, row-major: one a cell
 */
record Readings(
        double[] x, double[] y, double[] panels, List<String> across, List<String> down, Map<String, double[]> shares) {
    private static final MathContext DIGITS = new MathContext(3);
    private static final double[] ONCE = {0};

    /** Columns side by side over one height. */
    static Readings along(double[] x, double top, double bottom, List<String> across, Map<String, double[]> shares) {
        return new Readings(x, new double[] {top, bottom}, ONCE, across, List.of(), shares);
    }

    /** The same drawing with its numbers. */
    Element on(Element drawing) {
        return drawing.with("data-read", json());
    }

    /** The names and shares of three tables. */
    static Map<String, double[]> ofTables(double[] train, double[] holdout, double[] synthetic) {
        Map<String, double[]> shares = new LinkedHashMap<>();
        shares.put("learned", train);
        shares.put("held out", holdout);
        shares.put("synthetic", synthetic);
        return shares;
    }

    /** {@code of[i]} of each group. */
    static double[] only(List<Integer> groups, double[] of) {
        return groups.stream().mapToDouble(group -> of[group]).toArray();
    }

    /** So many equal steps from one end to the other. */
    static double[] steps(double from, double to, int steps) {
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> from + (to - from) * i / Math.max(1, steps))
                .toArray();
    }

    private String json() {
        return "{\"x\":" + lengths(x) + ",\"y\":" + lengths(y) + ",\"panels\":" + lengths(panels) + ",\"across\":"
                + words(across) + ",\"down\":" + words(down) + ",\"shares\":"
                + shares.entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ":" + percents(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"))
                + "}";
    }

    private static String lengths(double[] lengths) {
        return Arrays.stream(lengths).mapToObj(Svg::number).collect(Collectors.joining(",", "[", "]"));
    }

    /** In percent, with three digits. */
    private static String percents(double[] shares) {
        return DoubleStream.of(shares)
                .mapToObj(share -> Double.isFinite(share)
                        ? new BigDecimal(100 * share)
                                .round(DIGITS)
                                .stripTrailingZeros()
                                .toPlainString()
                        : "null")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String words(List<String> words) {
        return words.stream().map(Readings::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ') {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        return out.append('"').toString();
    }
}
