package io.understudy.model.bayes;

/**
 * The conditional distribution of one variable given those before it: a tree whose leaves hold distributions
 * (context-specific independence: Boutilier et al. 1996; Friedman and Goldszmidt 1996).
 *
 * @param variable      position in the domain
 * @param tree          asks only about variables earlier in the network's order
 * @param distributions one a leaf
 * @param smallestLeaf  rows that the leaf of the fewest rows was counted from
 */
record TreeCpd(int variable, Tree tree, Distributions distributions, long smallestLeaf) implements Drawer {

    @Override
    public void draw(int[][] columns, Routing routing, int[] words) {
        int[] into = columns[variable];
        routing.part(tree, (leaf, rows, from, to) -> distributions.draw(leaf, rows, from, to, words, into));
    }

    /** Adds the logarithm of the probability of each row's code, given the codes of earlier variables. */
    void addLogProbability(int[][] columns, Routing routing, double[] into) {
        int[] codes = columns[variable];
        routing.part(tree, (leaf, rows, from, to) -> {
            for (int i = from; i < to; i++) {
                into[rows[i]] += distributions.logProbability(leaf, codes[rows[i]]);
            }
        });
    }
}
