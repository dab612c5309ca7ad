package io.understudy.model.bayes;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the question about one variable whose two answers depart most from what is expected, each in its own way.
 *
 * <p>Ordered variables are cut between any two codes. Nominal ones are first put in the order of the first axis of what is left of
 * the codes by groups when what is expected is taken away (as in correspondence analysis: Greenacre 1984, section 4.1).
 */
final class ClassSplitSearch {
    private static final int AVERAGINGS = 5;
    /** Splits may fall this far short of what chance gives the best of them: rows left out decide. */
    private static final double LENIENCY = 0.5;
    /** Codes of a variable without an order of which all partitions count as questions: of more, most hold a row or two. */
    private static final int MOST_COUNTED = 31;

    private final int minRows;
    private final int groups;

    ClassSplitSearch(int minRows, int groups) {
        this.minRows = minRows;
        this.groups = groups;
    }

    /**
     * Rows of a node.
     *
     * @param order    entries {@code from .. to-1} of it say which rows
     * @param group    of the target, by row
     * @param expected chances of the groups by row, in units of 2^-30
     */
    record Rows(int[] order, int from, int to, IntUnaryOperator group, IntFunction<long[]> expected) {}

    /**
     * Rows by code of the variable that may be asked about.
     *
     * @param rows     of each code
     * @param counts   by code and group
     * @param expected by code and group, in units of 2^-30
     */
    private record Table(int[] rows, int[] counts, long[] expected) {}

    /**
     * The best question about some variables.
     *
     * @param split   null if none gains enough
     * @param choices natural logarithm of how many questions there are about its variable
     */
    record Best(@Nullable Split split, double choices) {
        /** No question. */
        static final Best NONE = new Best(null, 0);

        /** The best of these and others; of these where both gain the same. */
        Best or(Best other) {
            return other.split != null && (split == null || other.split.gain() > split.gain()) ? other : this;
        }
    }

    /** The best question about one variable. */
    Best best(Predictor predictor, Rows of) {
        Table table = counted(predictor, of);
        int[] codes = present(table.rows());
        if (codes.length < 2) {
            return Best.NONE;
        }
        return cut(predictor, predictor.variable().ordered() ? codes : byAxis(codes, table), table);
    }

    private Table counted(Predictor predictor, Rows of) {
        int size = predictor.variable().size();
        Table table = new Table(new int[size], new int[size * groups], new long[size * groups]);
        for (int i = of.from(); i < of.to(); i++) {
            int row = of.order()[i];
            int code = predictor.codes()[row];
            long[] expected = of.expected().apply(row);
            table.rows()[code]++;
            table.counts()[code * groups + of.group().applyAsInt(row)]++;
            for (int g = 0; g < groups; g++) {
                table.expected()[code * groups + g] += expected[g];
            }
        }
        return table;
    }

    private static int[] present(int[] rows) {
        int[] order = new int[rows.length];
        int count = 0;
        for (int code = 0; code < rows.length; code++) {
            if (rows[code] > 0) {
                order[count++] = code;
            }
        }
        return Arrays.copyOf(order, count);
    }

    /** Codes in ascending order of their scores on the first axis, found by power iteration. */
    private int[] byAxis(int[] codes, Table table) {
        double[] ofGroup = new double[groups];
        Arrays.setAll(ofGroup, g -> g);
        double[] ofCode = new double[codes.length];
        for (int round = 0; round <= AVERAGINGS; round++) {
            for (int i = 0; i < codes.length; i++) {
                double sum = 0;
                for (int g = 0; g < groups; g++) {
                    sum += departure(table, codes[i] * groups + g) * ofGroup[g];
                }
                ofCode[i] = sum / table.rows()[codes[i]];
            }
            double[] next = new double[groups];
            double square = 0;
            for (int g = 0; g < groups; g++) {
                double expected = 1;
                for (int i = 0; i < codes.length; i++) {
                    next[g] += departure(table, codes[i] * groups + g) * ofCode[i];
                    expected += rows(table.expected()[codes[i] * groups + g]);
                }
                next[g] /= expected;
                square += next[g] * next[g];
            }
            if (square == 0) {
                break;
            }
            double length = Math.sqrt(square);
            Arrays.setAll(ofGroup, g -> next[g] / length);
        }
        return SplitSearch.sorted(codes, ofCode);
    }

    private static double departure(Table table, int cell) {
        return table.counts()[cell] - rows(table.expected()[cell]);
    }

    private static double rows(long expected) {
        return (double) expected / Distributions.ONE;
    }

    /** Scans the cuts between consecutive codes of the order. */
    private Best cut(Predictor predictor, int[] order, Table table) {
        Side below = new Side(groups);
        Side above = new Side(groups);
        for (int code : order) {
            above.move(table, code, 1);
        }
        int occurring = above.groups();
        int bestCut = -1;
        int tried = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < order.length - 1; i++) {
            below.move(table, order[i], 1);
            above.move(table, order[i], -1);
            if (below.rows >= minRows && above.rows >= minRows) {
                tried++;
                double gain = below.departure() + above.departure();
                if (gain > best) {
                    best = gain;
                    bestCut = i;
                }
            }
        }
        double chance = LENIENCY * ((occurring - 1) / 2.0 + StrictMath.log(Math.max(1, tried)));
        return best > chance
                ? new Best(
                        Split.at(new Split.Cut(order, bestCut, best - chance), predictor, table.rows()),
                        choices(predictor, order.length, tried))
                : Best.NONE;
    }

    /** Codes without an order are put in one by the rows themselves, so that any two parts of them may come out. */
    private static double choices(Predictor predictor, int codes, int tried) {
        return predictor.variable().ordered()
                ? StrictMath.log(tried)
                : StrictMath.log(StrictMath.pow(2, Math.min(codes, MOST_COUNTED) - 1) - 1);
    }

    /** The rows on one side of a cut, by group. */
    private static final class Side {
        final int[] counts;
        final long[] expected;
        int rows;

        Side(int groups) {
            counts = new int[groups];
            expected = new long[groups];
        }

        void move(Table table, int code, int sign) {
            rows += sign * table.rows()[code];
            for (int g = 0; g < counts.length; g++) {
                counts[g] += sign * table.counts()[code * counts.length + g];
                expected[g] += sign * table.expected()[code * counts.length + g];
            }
        }

        /** Groups that occur or are expected. */
        int groups() {
            int groups = 0;
            for (int g = 0; g < counts.length; g++) {
                groups += counts[g] > 0 || expected[g] > 0 ? 1 : 0;
            }
            return groups;
        }

        /** Log likelihood of the counts under ratios smoothed by one row, against what is expected, in nats. */
        double departure() {
            double sum = 0;
            for (int g = 0; g < counts.length; g++) {
                double there = rows(expected[g]);
                double ratio = (counts[g] + 1) / (there + 1);
                sum += counts[g] * StrictMath.log(ratio) - there * (ratio - 1);
            }
            return sum;
        }
    }
}
