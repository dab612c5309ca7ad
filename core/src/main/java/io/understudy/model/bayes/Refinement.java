package io.understudy.model.bayes;

import io.understudy.domain.Variable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the codes of a variable are told apart, step by step: a tree of cells whose leaves are the codes.
 *
 * <p>A distribution is then a conditional probability per cell given the cell above it, and shrinking each of these
 * towards its counterpart in a larger population is a Polya tree (Lavine 1992): coarse steps, which rest on many rows,
 * follow the rows at hand, and fine ones, which rest on few, follow the larger population. Ordered variables are halved
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

    private Refinement(int[] above, int[] cellOfCode) {
        this.above = above;
        this.cellOfCode = cellOfCode;
        this.uniform = uniform(above, cellOfCode);
    }

    static Refinement of(Variable variable) {
        List<Integer> above = new ArrayList<>();
        above.add(NONE);
        int[] cells = new int[variable.size()];
        if (variable.ordered() && variable.missing() && variable.size() > 1) {
            cells[0] = child(above, 0);
            halve(above, child(above, 0), cells, 1, variable.size());
        } else if (variable.ordered()) {
            halve(above, 0, cells, 0, variable.size());
        } else {
            for (int code = 0; code < cells.length; code++) {
                cells[code] = child(above, 0);
            }
        }
        return new Refinement(above.stream().mapToInt(Integer::intValue).toArray(), cells);
    }

    private static int child(List<Integer> above, int cell) {
        above.add(cell);
        return above.size() - 1;
    }

    private static void halve(List<Integer> above, int cell, int[] cells, int from, int to) {
        if (to - from == 1) {
            cells[from] = cell;
            return;
        }
        int middle = (from + to) >>> 1;
        halve(above, child(above, cell), cells, from, middle);
        halve(above, child(above, cell), cells, middle, to);
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
     * @param strength how many rows that population counts for at each step
     */
    double[] shrink(long[] counts, double[] larger, double strength) {
        double[] conditional = new double[counts.length];
        conditional[0] = 1;
        for (int cell = 1; cell < counts.length; cell++) {
            double rows = counts[above[cell]] + strength;
            conditional[cell] = rows > 0 ? (counts[cell] + strength * larger[cell]) / rows : larger[cell];
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
