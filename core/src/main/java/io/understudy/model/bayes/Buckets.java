package io.understudy.model.bayes;

import java.util.Arrays;

/**
 * The rows of a node by code of a predictor, each as the position that its target's code has among those of the node.
 *
 * @param codes      of the predictor that occur, ascending
 * @param begins     by position in {@code codes}, where its rows begin; one entry more than there are codes
 * @param targets    one a row of the node
 * @param rowsOfCode by code of the predictor
 */
record Buckets(int[] codes, int[] begins, int[] targets, int[] rowsOfCode) {
    private static final int AVERAGINGS = 5;

    /**
     * Sorts the rows of a node by counting.
     *
     * @param rows     the run {@code node.from .. node.to} are the node's
     * @param targetOf position of the target's code, by row of the sample
     */
    static Buckets of(Predictor predictor, int[] rows, Growing node, int[] targetOf) {
        int[] rowsOfCode = new int[predictor.variable().size()];
        int[] codeOf = predictor.codes();
        for (int i = node.from; i < node.to; i++) {
            rowsOfCode[codeOf[rows[i]]]++;
        }
        int[] codes = new int[rowsOfCode.length];
        int[] begins = new int[rowsOfCode.length + 1];
        int[] next = new int[rowsOfCode.length];
        int present = 0;
        for (int code = 0; code < rowsOfCode.length; code++) {
            if (rowsOfCode[code] > 0) {
                codes[present] = code;
                next[code] = begins[present];
                begins[present + 1] = begins[present] + rowsOfCode[code];
                present++;
            }
        }
        int[] targets = new int[node.rows()];
        for (int i = node.from; i < node.to; i++) {
            targets[next[codeOf[rows[i]]]++] = targetOf[rows[i]];
        }
        return new Buckets(Arrays.copyOf(codes, present), Arrays.copyOf(begins, present + 1), targets, rowsOfCode);
    }

    /**
     * Positions in {@code codes} in ascending order of their scores on the first axis of reciprocal averaging against the
     * target's codes (Hill 1973).
     *
     * @param counts rows of each code of the target
     */
    int[] byAxis(int[] counts) {
        double[] ofTarget = new double[counts.length];
        Arrays.setAll(ofTarget, i -> i);
        double[] ofCode = averages(ofTarget);
        for (int round = 0; round < AVERAGINGS; round++) {
            Arrays.fill(ofTarget, 0);
            for (int i = 0; i < codes.length; i++) {
                for (int row = begins[i]; row < begins[i + 1]; row++) {
                    ofTarget[targets[row]] += ofCode[i];
                }
            }
            standardise(ofTarget, counts);
            ofCode = averages(ofTarget);
        }
        int[] positions = new int[codes.length];
        Arrays.setAll(positions, i -> i);
        return SplitSearch.sorted(positions, ofCode);
    }

    /** By code, the mean score of its rows. */
    private double[] averages(double[] ofTarget) {
        double[] averages = new double[codes.length];
        for (int i = 0; i < averages.length; i++) {
            for (int row = begins[i]; row < begins[i + 1]; row++) {
                averages[i] += ofTarget[targets[row]];
            }
            averages[i] /= begins[i + 1] - begins[i];
        }
        return averages;
    }

    /** From sums over rows to averages, with mean 0 and variance 1 over rows. */
    private void standardise(double[] score, int[] counts) {
        double mean = Arrays.stream(score).sum() / targets.length;
        double square = 0;
        for (int i = 0; i < score.length; i++) {
            score[i] = score[i] / counts[i] - mean;
            square += counts[i] * score[i] * score[i];
        }
        double deviation = Math.sqrt(square / targets.length);
        for (int i = 0; deviation > 0 && i < score.length; i++) {
            score[i] /= deviation;
        }
    }
}
