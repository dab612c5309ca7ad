package io.understudy.model.bayes;

import io.understudy.stat.Marginal;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows that have a rare code in a variable that leads the order: frauds, where frauds are asked for.
 *
 * @param variable position in the domain
 * @param code     of which there are few rows
 */
record RareClass(int variable, int code) implements Serializable {
    /** A code with fewer than this share of the rows is rare. */
    private static final double RARE = 0.125;
    /** Variables of more codes are no classes: their codes are values, of which all are rare. */
    private static final int MOST_CODES = 16;
    /** Classes at most. */
    private static final int MOST = 8;

    /**
     * The rare classes among variables, of the fewest rows first, so that a row of two counts as one of the rarer.
     *
     * @param marginals by variable
     */
    static List<RareClass> among(List<Integer> variables, List<Marginal> marginals) {
        List<RareClass> rare = new ArrayList<>();
        for (int variable : variables) {
            long[] counts = marginals.get(variable).counts();
            double few = RARE * marginals.get(variable).total();
            for (int code = 0; code < counts.length && counts.length <= MOST_CODES; code++) {
                if (counts[code] > 0 && counts[code] < few) {
                    rare.add(new RareClass(variable, code));
                }
            }
        }
        rare.sort(Comparator.comparingLong((RareClass one) -> one.rows(marginals))
                .thenComparingInt(RareClass::variable)
                .thenComparingInt(RareClass::code));
        return List.copyOf(rare.subList(Math.max(0, rare.size() - MOST), rare.size()));
    }

    private long rows(List<Marginal> marginals) {
        return marginals.get(variable).count(code);
    }

    /** What a tree asks about a row to tell whether it is of the class: the codes that go below. */
    long[] subset() {
        return new long[] {1L << code};
    }

    /** Whether a row of the class goes below at a node that asks about its variable. */
    boolean goesBelow(Tree tree, int node) {
        long[] below = tree.subset(node);
        return below.length == 0 ? code < tree.threshold(node) : Tree.contains(below, code);
    }
}
