package io.understudy.report;

import io.understudy.check.Curve;
import io.understudy.check.Finding;
import io.understudy.check.picture.ColumnPicture;
import io.understudy.check.picture.PairPicture;
import io.understudy.check.picture.Parents;
import io.understudy.check.picture.Pictures;
import io.understudy.check.picture.Scale;
import io.understudy.schema.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A report of any width with something in every section. */
final class Invented {
    private Invented() {}

    static Report report(int width) {
        List<Finding> findings = new ArrayList<>(List.of(
                new Finding("privacy", "closer-to-train", "", 0.52, 0.51, 0.53, 0.5),
                new Finding("privacy", "singling-out", "univariate", 0.01, 0, 0.03, 0.01),
                new Finding("privacy", "singling-out", "4 columns", 0.02, 0, 0.05, 0),
                new Finding("privacy", "dcr-median", "", 1.2, 1.1, 1.3, 1.25),
                new Finding("quality", "shape-error", "", 0.004, 0.004, 0.004, 0.006)));
        for (int i = 0; i < width; i++) {
            findings.add(new Finding("quality", "column-shape", name(i), i / 1e5, i / 1e5, i / 1e5, 0.01));
        }
        for (int i = 1; i < width; i++) {
            findings.add(new Finding("quality", "pair-trend", name(0) + " × " + name(i), i / 1e4, 0, 0, 0.01));
        }
        return new Report(
                "patients",
                "passed",
                1_000_000,
                findings,
                pictures(width),
                List.of(),
                List.of("Every row is invented."),
                Map.of("assess", 1.5),
                Map.of("seed", "0", "understudy", "1", "configuration", "c0ffee"));
    }

    static String name(int column) {
        return "measurement_of_ward_" + column;
    }

    private static Pictures pictures(int width) {
        List<ColumnPicture> columns = IntStream.range(0, width)
                .mapToObj(i -> i % 3 == 0 ? labels(i) : numbers(i))
                .toList();
        List<PairPicture> pairs = IntStream.range(1, Math.min(width, 25))
                .mapToObj(i -> new PairPicture(name(0), name(i), scale(6), scale(6), counts(64, 0), counts(64, i)))
                .toList();
        List<Parents> network = IntStream.range(0, width)
                .mapToObj(i -> new Parents(
                        name(i),
                        IntStream.range(Math.max(0, i - 8), i)
                                .mapToObj(Invented::name)
                                .toList()))
                .toList();
        double[] x = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 25.0).toArray();
        double[] y = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        List<Curve> curves = List.of(
                new Curve("privacy", "dcr", Curve.SYNTHETIC, x, y),
                new Curve("privacy", "membership-roc", "distance", y, y));
        return new Pictures(columns, pairs, curves, network);
    }

    private static Scale scale(int edges) {
        return new Scale.Intervals(
                IntStream.range(0, edges).mapToDouble(i -> 50 * i).toArray(), Kind.NUMBER);
    }

    private static ColumnPicture numbers(int i) {
        return new ColumnPicture(name(i), scale(25), counts(27, 0), counts(27, 1), counts(27, i));
    }

    private static ColumnPicture labels(int i) {
        Scale scale = new Scale.Labels(IntStream.range(0, 14)
                .mapToObj(label -> "label number " + label)
                .toList());
        return new ColumnPicture(name(i), scale, counts(16, 0), counts(16, 1), counts(16, i));
    }

    private static long[] counts(int size, int shift) {
        long[] counts = new long[size];
        Arrays.setAll(counts, i -> 100 + (i * 7919L + shift * 31L) % 977);
        return counts;
    }
}
