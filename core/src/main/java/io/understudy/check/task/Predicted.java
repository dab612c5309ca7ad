package io.understudy.check.task;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What one model predicts for rows that it was not trained on. An outcome is called for the rows with the highest scores, for as large a share of them as it happened to
 * among the rows that the model was trained on: so rare outcomes are called too.
 */
public final class Predicted {
    private final Target target;
    private final double[] truth;
    private final double[][] scores;
    private final int[][] order;
    private final boolean[][] happened;
    private final boolean[][] called;

    /**
     * What is said of rows of which the truth is known.
     *
     * @param truth  the target's class or quantity in each row
     * @param scores shape (outcomes, rows): the higher, the likelier the outcome; of a quantity its prediction
     * @param shares how often each outcome happened in the rows that were learned from, 0 .. 1
     */
    public Predicted(Target target, double[] truth, double[][] scores, double[] shares) {
        this.target = target;
        this.truth = truth;
        this.scores = scores;
        this.order = new int[scores.length][];
        this.happened = new boolean[scores.length][truth.length];
        this.called = new boolean[scores.length][];
        for (int o = 0; o < scores.length; o++) {
            order[o] = ascending(scores[o]);
            for (int row = 0; row < truth.length; row++) {
                happened[o][row] = target.happens(o, truth[row]);
            }
            called[o] = highest(scores[o], order[o], shares[o]);
        }
    }

    private static int[] ascending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The rows with the highest scores: of equal ones all or none, whichever comes nearer to the share. */
    private static boolean[] highest(double[] scores, int[] order, double share) {
        int rows = scores.length;
        boolean[] highest = new boolean[rows];
        double wanted = share * rows;
        int from = rows;
        while (from > 0) {
            int next = from - 1;
            while (next > 0 && scores[order[next - 1]] == scores[order[from - 1]]) {
                next--;
            }
            if (Math.abs(rows - next - wanted) >= Math.abs(rows - from - wanted)) {
                break;
            }
            for (int i = next; i < from; i++) {
                highest[order[i]] = true;
            }
            from = next;
        }
        return highest;
    }

    Target target() {
        return target;
    }

    int rows() {
        return truth.length;
    }

    double truth(int row) {
        return truth[row];
    }

    double score(int outcome, int row) {
        return scores[outcome][row];
    }

    /** Rows by ascending score. */
    int[] order(int outcome) {
        return order[outcome];
    }

    boolean happened(int outcome, int row) {
        return happened[outcome][row];
    }

    boolean called(int outcome, int row) {
        return called[outcome][row];
    }

    /** The class with the highest score. */
    int best(int row) {
        if (scores.length == 1) {
            return scores[0][row] > 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c][row] > scores[best][row] ? c : best;
        }
        return best;
    }
}
