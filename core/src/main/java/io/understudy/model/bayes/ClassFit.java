package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows the trees of the rare classes for one variable, over the rows of the classes in a shared sample.
 *
 * @param parents that the trees may ask about
 * @param classes the rarest first; a row of two is one of the first
 */
record ClassFit(Domain domain, List<Integer> parents, List<RareClass> classes, TreeNetworkSettings settings) {
    private static final int MOST_CELLS = 16;
    /** Probabilities in all tilted leaves of a variable: 32 MiB. */
    private static final int MOST_PROBABILITIES = 1 << 22;

    /** The trees of the classes in which the variable is unlike what the ordinary tree says, in their order. */
    List<ClassTree> fit(Block sample, int variable, Tree ordinary, Tilting tilting) {
        List<ClassTree> trees = new ArrayList<>();
        boolean[] taken = new boolean[sample.rows()];
        for (RareClass one : classes) {
            Block rows = taken(sample, one, taken);
            ClassGrower.Rows of = new ClassGrower.Rows(column(rows, variable), leaves(ordinary, rows));
            List<Predictor> predictors = parents.stream()
                    .filter(parent -> parent != one.variable())
                    .map(parent -> new Predictor(parent, domain.variable(parent), column(rows, parent)))
                    .toList();
            new ClassGrower(tilting, domain.variable(variable), of, predictors, cells(ordinary, variable))
                    .grow()
                    .ifPresent(root -> trees.add(new ClassTree(one, root.flattened(List.of()))));
        }
        return trees;
    }

    private int cells(Tree ordinary, int variable) {
        long whole = (long) ordinary.leaves() * domain.size(variable) * classes.size();
        return (int) Math.min(MOST_CELLS, MOST_PROBABILITIES / whole);
    }

    /** The rows of a class that no other took before. */
    private static Block taken(Block sample, RareClass one, boolean[] taken) {
        int[] codes = column(sample, one.variable());
        int[] positions = new int[codes.length];
        int count = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] == one.code() && !taken[row]) {
                taken[row] = true;
                positions[count++] = row;
            }
        }
        return sample.select(positions, count);
    }

    private static int[] leaves(Tree tree, Block rows) {
        int[] leaves = new int[rows.rows()];
        new Routing(rows.toArrays(), rows.rows())
                .part(
                        tree,
                        (leaf, order, from, to) ->
                                Arrays.stream(order, from, to).forEach(row -> leaves[row] = leaf));
        return leaves;
    }

    private static int[] column(Block sample, int variable) {
        return sample.read(variable, new int[sample.rows()]);
    }
}
