package io.understudy.jobs.learn;

import java.util.Arrays;

/** Features as small whole numbers: numbers in at most {@value #MOST} runs of about as many rows, labels as they are. */
final class Bins {
    /** So many that a set of bins is a word of bits. */
    static final int MOST = Long.SIZE;

    /** By feature: between which numbers its bins meet, ascending; none of labels. */
    private final double[][] cuts;

    private final Features features;

    private Bins(Features features, double[][] cuts) {
        this.features = features;
        this.cuts = cuts;
    }

    /** Those in which the rows that are learned from fall evenly. */
    static Bins of(Features features, double[][] rows) {
        double[][] cuts = new double[features.width()][0];
        for (int i = 0; i < cuts.length; i++) {
            if (!features.labels(i)) {
                cuts[i] = cuts(column(rows, i));
            }
        }
        return new Bins(features, cuts);
    }

    private static double[] column(double[][] rows, int feature) {
        return Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
    }

    /** Half way between neighbours: between all that differ, or between as many rows each. */
    private static double[] cuts(double[] sorted) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] cuts = new double[Math.max(0, Math.min(distinct.length, MOST) - 1)];
        int size = 0;
        for (int cut = 1; cut <= cuts.length; cut++) {
            double low =
                    distinct.length <= MOST ? distinct[cut - 1] : sorted[(int) ((long) cut * sorted.length / MOST) - 1];
            int next = Arrays.binarySearch(distinct, low) + 1;
            double middle = next < distinct.length ? low / 2 + distinct[next] / 2 : low;
            if (next < distinct.length && (size == 0 || middle > cuts[size - 1])) {
                cuts[size++] = middle;
            }
        }
        return Arrays.copyOf(cuts, size);
    }

    int width() {
        return cuts.length;
    }

    boolean labels(int feature) {
        return features.labels(feature);
    }

    /** How many bins a feature has. */
    int count(int feature) {
        return features.labels(feature) ? features.groups(feature) : cuts[feature].length + 1;
    }

    /** The bins of rows, shape (width, rows). */
    byte[][] of(double[][] rows) {
        byte[][] bins = new byte[cuts.length][rows.length];
        for (int i = 0; i < cuts.length; i++) {
            for (int row = 0; row < rows.length; row++) {
                bins[i][row] = (byte) (features.labels(i) ? rows[row][i] : bin(cuts[i], rows[row][i]));
            }
        }
        return bins;
    }

    /** How many cuts lie below a number. */
    private static int bin(double[] cuts, double number) {
        int found = Arrays.binarySearch(cuts, number);
        return found < 0 ? -1 - found : found;
    }
}
