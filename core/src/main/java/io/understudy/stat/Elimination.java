package io.understudy.stat;

import java.util.Arrays;

/**
 * Margins as equations in whole numbers, solved for some of the kinds by Gauss and Jordan's elimination. Pivots are 1 or -1
 * only, so that what follows from whole numbers is whole, and nothing is rounded.
 *
 * <p>Coefficients are ratios of minors of a matrix of zeros and ones to one that is 1 or -1, so they are bounded by Hadamard's
 * inequality: for the 13 equations of 12 properties by 1.3e4.
 */
final class Elimination {
    /** Shape (equations, kinds + 1): coefficients, then what they sum to. */
    private final long[][] equations;

    /** By equation: the kind that follows from it, or -1. */
    private final int[] pivots;

    private final boolean[] follows;

    private Elimination(long[][] equations, int kinds) {
        this.equations = equations;
        this.pivots = new int[equations.length];
        Arrays.fill(pivots, -1);
        this.follows = new boolean[kinds];
    }

    /**
     * Solves for kinds in some order, as far as they can follow from the others.
     *
     * @param order of all kinds
     */
    static Elimination of(Margins margins, int[] order) {
        int properties = margins.amounts().length;
        int kinds = margins.sets().length;
        long[][] equations = new long[properties + 1][kinds + 1];
        for (int kind = 0; kind < kinds; kind++) {
            equations[properties][kind] = 1;
            for (int property = 0; property < properties; property++) {
                equations[property][kind] = margins.has(kind, property) ? 1 : 0;
            }
        }
        for (int property = 0; property < properties; property++) {
            equations[property][kinds] = margins.amounts()[property];
        }
        equations[properties][kinds] = margins.total();
        Elimination system = new Elimination(equations, kinds);
        while (system.eliminate(order)) {
            system.divide();
        }
        return system;
    }

    private boolean eliminate(int[] order) {
        boolean any = false;
        for (int kind : order) {
            int equation = follows[kind] ? -1 : unit(kind);
            if (equation >= 0) {
                pivot(equation, kind);
                any = true;
            }
        }
        return any;
    }

    private int unit(int kind) {
        for (int equation = 0; equation < pivots.length; equation++) {
            if (pivots[equation] < 0 && Math.abs(equations[equation][kind]) == 1) {
                return equation;
            }
        }
        return -1;
    }

    private void pivot(int equation, int kind) {
        long[] pivot = equations[equation];
        long sign = pivot[kind];
        for (int at = 0; at < pivot.length; at++) {
            pivot[at] *= sign;
        }
        for (long[] other : equations) {
            long times = other == pivot ? 0 : other[kind];
            for (int at = 0; times != 0 && at < other.length; at++) {
                other[at] -= times * pivot[at];
            }
        }
        pivots[equation] = kind;
        follows[kind] = true;
    }

    /** Divides what is left by its greatest common divisors, such as where three properties are only had two at a time. */
    private void divide() {
        for (int equation = 0; equation < pivots.length; equation++) {
            long divisor = divisor(equation);
            if (pivots[equation] < 0 && divisor > 1 && sum(equation) % divisor == 0) {
                for (int at = 0; at < equations[equation].length; at++) {
                    equations[equation][at] /= divisor;
                }
            }
        }
    }

    private long sum(int equation) {
        return equations[equation][follows.length];
    }

    private long divisor(int equation) {
        long divisor = 0;
        for (int kind = 0; kind < follows.length; kind++) {
            divisor = gcd(divisor, Math.abs(equations[equation][kind]));
        }
        return divisor;
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    /** Whether whole numbers, of any sign, can meet the margins: false only if none can. */
    boolean solvable() {
        for (int equation = 0; equation < pivots.length; equation++) {
            long divisor = divisor(equation);
            if (divisor == 0 ? sum(equation) != 0 : sum(equation) % divisor != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all equations are solved. */
    boolean complete() {
        for (int equation = 0; equation < pivots.length; equation++) {
            if (pivots[equation] < 0 && divisor(equation) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a kind follows from the others. */
    boolean follows(int kind) {
        return follows[kind];
    }

    /**
     * Replaces what follows.
     *
     * @param rows by kind
     * @return the same
     */
    long[] solve(long[] rows) {
        for (int equation = 0; equation < pivots.length; equation++) {
            if (pivots[equation] >= 0) {
                long left = sum(equation);
                for (int kind = 0; kind < follows.length; kind++) {
                    left -= follows[kind] ? 0 : equations[equation][kind] * rows[kind];
                }
                rows[pivots[equation]] = left;
            }
        }
        return rows;
    }

    /**
     * By how much what follows would be below nothing, in all, if there were more of one kind that does not follow.
     *
     * @param rows by kind, solved
     */
    long lackingAfter(long[] rows, int kind, long by) {
        long lacking = 0;
        for (int equation = 0; equation < pivots.length; equation++) {
            if (pivots[equation] >= 0) {
                lacking += Math.max(0, by * equations[equation][kind] - rows[pivots[equation]]);
            }
        }
        return lacking;
    }
}
