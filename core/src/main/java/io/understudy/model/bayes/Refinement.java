package io.understudy.model.bayes;

import io.understudy.domain.Variable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the codes of a variable are told apart, step by step: a tree of cells whose leaves are the codes.
 *
 * <p>A distribution is then a conditional probability per cell given the cell above it, and shrinking each of these
 * towards its counterpart in a larger population is a Polya tree (Lavine 1992): coarse steps, which rest on many rows,
 * follow the rows at hand, and fine ones, which rest on few, follow the larger population; how much more, a
 * {@link Detail} says. Ordered variables are cut in two halves of the rows
 * again and again, after missing has been told from present; nominal ones are told apart in one step, which is
 * Dirichlet smoothing.
 *
 * <p>Invariants: cell 0 is the root; cells come after the cell above them.
 */
final class Refinement implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;

    private final int[] above;
    private final int[] cellOfCode;
    private final double[] uniform;
    private final int[] depth;
    private final Detail detail;

    private Refinement(int[] above, int[] cellOfCode, Detail detail) {
        this.above = above;
        this.cellOfCode = cellOfCode;
        this.uniform = uniform(above, cellOfCode);
        this.depth = depths(above);
        this.detail = detail;
    }

    /** The steps for a variable whose codes occur as often as in {@code byCode}; {@link Detail#SMOOTH}. */
    static Refinement of(Variable variable, long[] byCode) {
        Steps steps = new Steps(byCode);
        if (variable.ordered() && variable.missing() && variable.size() > 1) {
            steps.cellOfCode[0] = steps.child(0);
            steps.halve(steps.child(0), 1, variable.size());
        } else if (variable.ordered()) {
            steps.halve(0, 0, variable.size());
        } else {
            for (int code = 0; code < byCode.length; code++) {
                steps.cellOfCode[code] = steps.child(0);
            }
        }
        return new Refinement(
                steps.above.stream().mapToInt(Integer::intValue).toArray(), steps.cellOfCode, Detail.SMOOTH);
    }

    /** The same steps leaning in another way. */
    Refinement with(Detail detail) {
        return new Refinement(above, cellOfCode, detail);
    }

    /** Cells under construction. */
    private static final class Steps {
        final List<Integer> above = new ArrayList<>(List.of(NONE));
        final int[] cellOfCode;
        private final long[] before;

        Steps(long[] byCode) {
            cellOfCode = new int[byCode.length];
            before = new long[byCode.length + 1];
            for (int code = 0; code < byCode.length; code++) {
                before[code + 1] = before[code] + byCode[code];
            }
        }

        int child(int cell) {
            above.add(cell);
            return above.size() - 1;
        }

        void halve(int cell, int from, int to) {
            if (to - from == 1) {
                cellOfCode[from] = cell;
                return;
            }
            int middle = middle(from, to);
            halve(child(cell), from, middle);
            halve(child(cell), middle, to);
        }

        /** Where both sides have nearest to half of the rows; among equals, of the codes. */
        private int middle(int from, int to) {
            int best = (from + to) >>> 1;
            for (int cut = from + 1; cut < to; cut++) {
                if (imbalance(from, cut, to) < imbalance(from, best, to)) {
                    best = cut;
                }
            }
            return best;
        }

        private long imbalance(int from, int cut, int to) {
            return Math.abs(before[cut] - before[from] - (before[to] - before[cut]));
        }
    }

    /** Each cell's share of the codes of the cell above it. */
    private static double[] uniform(int[] above, int[] cellOfCode) {
        int[] codes = new int[above.length];
        for (int cell : cellOfCode) {
            for (int c = cell; c != NONE; c = above[c]) {
                codes[c]++;
            }
        }
        double[] shares = new double[above.length];
        shares[0] = 1;
        for (int c = 1; c < shares.length; c++) {
            shares[c] = (double) codes[c] / codes[above[c]];
        }
        return shares;
    }

    private static int[] depths(int[] above) {
        int[] depth = new int[above.length];
        for (int cell = 1; cell < depth.length; cell++) {
            depth[cell] = depth[above[cell]] + 1;
        }
        return depth;
    }

    /**
     * How many times the strength of the first step a cell leans on the larger population.
     *
     * @param mass the larger population's share of the cell above
     */
    double weight(int cell, double mass) {
        return detail.weight(depth[cell], mass);
    }

    /** Steps to the code that takes most of them. */
    int depth() {
        return Arrays.stream(depth).max().orElse(0);
    }

    int cells() {
        return above.length;
    }

    int codes() {
        return cellOfCode.length;
    }

    int cell(int code) {
        return cellOfCode[code];
    }

    /** The cell above, or a negative number above the root. */
    int above(int cell) {
        return above[cell];
    }

    /** The conditional probabilities by cell that make all codes equally likely. */
    double[] uniform() {
        return uniform;
    }

    /** Counts by cell from counts by code. */
    long[] counts(long[] byCode) {
        long[] counts = new long[above.length];
        for (int code = 0; code < cellOfCode.length; code++) {
            counts[cellOfCode[code]] += byCode[code];
        }
        for (int cell = counts.length - 1; cell > 0; cell--) {
            counts[above[cell]] += counts[cell];
        }
        return counts;
    }

    /**
     * Conditional probabilities by cell, estimated from counts and shrunken towards those of a larger population.
     *
     * @param counts   by cell
     * @param larger   conditional probabilities by cell of the population to lean on
     * @param strength how many rows that population counts for at the first step
     */
    double[] shrink(long[] counts, double[] larger, double strength) {
        double[] conditional = new double[counts.length];
        conditional[0] = 1;
        double[] mass = new double[counts.length];
        mass[0] = 1;
        for (int cell = 1; cell < counts.length; cell++) {
            mass[cell] = mass[above[cell]] * larger[cell];
            double leaning = strength * weight(cell, mass[above[cell]]);
            double rows = counts[above[cell]] + leaning;
            conditional[cell] = rows > 0 ? (counts[cell] + leaning * larger[cell]) / rows : larger[cell];
        }
        return conditional;
    }

    /** Probabilities by code from conditional probabilities by cell. */
    double[] probabilities(double[] conditional) {
        double[] joint = conditional.clone();
        for (int cell = 1; cell < joint.length; cell++) {
            joint[cell] *= joint[above[cell]];
        }
        double[] byCode = new double[cellOfCode.length];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] = joint[cellOfCode[code]];
        }
        return byCode;
    }
}
