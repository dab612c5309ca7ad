package io.understudy.model.bayes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the question about one variable that tells most about the target's groups.
 *
 * <p>Ordered variables are cut between any two codes. Nominal ones are first put in the order of the first reciprocal
 * averaging axis against the groups (Hill 1973), which for two groups contains the best of all subsets (Breiman et al.
 * 1984, section 4.2), and then cut like ordered ones.
 */
final class SplitSearch {
    private static final int AVERAGINGS = 5;
    /** Splits may fall this far short of what chance gives the best of them: pruning sees further, and decides. */
    private static final double LENIENCY = 0.5;

    private final Entropy entropy;
    private final int minRows;
    private final int most;
    /** Rows by code and group, and by code; zero between two searches. */
    private int[] table = {};

    private int[] rowsOfCode = {};

    /** @param most groups at most */
    SplitSearch(Entropy entropy, int minRows, int most) {
        this.entropy = entropy;
        this.minRows = minRows;
        this.most = most;
    }

    /** The best split with at least {@code minRows} on each side, or null if none gains enough. */
    @Nullable
    Split best(Predictor predictor, int[] rows, Growing node, Groups groups, int[] groupOfRow) {
        count(predictor, rows, node, groupOfRow);
        int[] order = present(predictor.variable().size());
        Split best = order.length < 2 ? null : cut(predictor, arranged(predictor, order, groups), node.rows(), groups);
        for (int code : order) {
            rowsOfCode[code] = 0;
            Arrays.fill(table, code * most, (code + 1) * most, 0);
        }
        return best;
    }

    private int[] arranged(Predictor predictor, int[] codes, Groups groups) {
        return predictor.variable().ordered() ? codes : byAxis(codes, groups);
    }

    private void count(Predictor predictor, int[] rows, Growing node, int[] groupOfRow) {
        int size = predictor.variable().size();
        if (rowsOfCode.length < size) {
            rowsOfCode = new int[size];
            table = new int[size * most];
        }
        int[] codes = predictor.codes();
        for (int i = node.from; i < node.to; i++) {
            int code = codes[rows[i]];
            rowsOfCode[code]++;
            table[code * most + groupOfRow[i]]++;
        }
    }

    private int[] present(int size) {
        int[] order = new int[size];
        int count = 0;
        for (int code = 0; code < size; code++) {
            if (rowsOfCode[code] > 0) {
                order[count++] = code;
            }
        }
        return Arrays.copyOf(order, count);
    }

    /** Codes in ascending order of their scores on the first axis of reciprocal averaging. */
    private int[] byAxis(int[] codes, Groups groups) {
        double[] groupScore = new double[groups.size()];
        for (int g = 0; g < groupScore.length; g++) {
            groupScore[g] = g;
        }
        double[] codeScore = new double[codes.length];
        for (int round = 0; round < AVERAGINGS; round++) {
            averageOfGroups(codes, groupScore, codeScore);
            averageOfCodes(codes, codeScore, groupScore, groups);
            standardise(groupScore, groups);
        }
        averageOfGroups(codes, groupScore, codeScore);
        return sorted(codes, codeScore);
    }

    private void averageOfGroups(int[] codes, double[] groupScore, double[] codeScore) {
        for (int i = 0; i < codes.length; i++) {
            double sum = 0;
            for (int g = 0; g < groupScore.length; g++) {
                sum += table[codes[i] * most + g] * groupScore[g];
            }
            codeScore[i] = sum / rowsOfCode[codes[i]];
        }
    }

    private void averageOfCodes(int[] codes, double[] codeScore, double[] groupScore, Groups groups) {
        Arrays.fill(groupScore, 0);
        for (int i = 0; i < codes.length; i++) {
            for (int g = 0; g < groupScore.length; g++) {
                groupScore[g] += table[codes[i] * most + g] * codeScore[i];
            }
        }
        for (int g = 0; g < groupScore.length; g++) {
            groupScore[g] /= Math.max(1, groups.count(g));
        }
    }

    private static void standardise(double[] score, Groups groups) {
        double mean = 0;
        double rows = 0;
        for (int g = 0; g < score.length; g++) {
            mean += groups.count(g) * score[g];
            rows += groups.count(g);
        }
        mean /= rows;
        double square = 0;
        for (int g = 0; g < score.length; g++) {
            score[g] -= mean;
            square += groups.count(g) * score[g] * score[g];
        }
        double deviation = Math.sqrt(square / rows);
        for (int g = 0; deviation > 0 && g < score.length; g++) {
            score[g] /= deviation;
        }
    }

    /** Codes in the order of their scores; equal ones as they came. */
    static int[] sorted(int[] codes, double[] score) {
        Integer[] order = new Integer[codes.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(score[a], score[b]));
        int[] sorted = new int[codes.length];
        Arrays.setAll(sorted, i -> codes[order[i]]);
        return sorted;
    }

    /** Scans the cuts between consecutive codes of the order. */
    private @Nullable Split cut(Predictor predictor, int[] order, int rows, Groups groups) {
        int[] below = new int[groups.size()];
        int rowsBelow = 0;
        int bestCut = -1;
        double best = Double.NEGATIVE_INFINITY;
        int tried = 0;
        for (int i = 0; i < order.length - 1; i++) {
            rowsBelow += rowsOfCode[order[i]];
            for (int g = 0; g < below.length; g++) {
                below[g] += table[order[i] * most + g];
            }
            if (rowsBelow >= minRows && rows - rowsBelow >= minRows) {
                tried++;
                double gain = likelihood(below, rowsBelow, rows, groups);
                if (gain > best) {
                    best = gain;
                    bestCut = i;
                }
            }
        }
        if (bestCut < 0) {
            return null;
        }
        double gain = best - likelihood(rows, groups);
        double chance = LENIENCY * ((groups.size() - 1) / 2.0 + StrictMath.log(tried))
                + Questions.gainOfArranging(predictor.variable(), order.length);
        return gain > chance ? Split.at(new Split.Cut(order, bestCut, gain - chance), predictor, rowsOfCode) : null;
    }

    private double likelihood(int[] below, int rowsBelow, int rows, Groups groups) {
        double sum = -entropy.of(rowsBelow) - entropy.of(rows - rowsBelow);
        for (int g = 0; g < below.length; g++) {
            sum += entropy.of(below[g]) + entropy.of(groups.count(g) - below[g]);
        }
        return sum;
    }

    private double likelihood(int rows, Groups groups) {
        double sum = -entropy.of(rows);
        for (int g = 0; g < groups.size(); g++) {
            sum += entropy.of(groups.count(g));
        }
        return sum;
    }
}
