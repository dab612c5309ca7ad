package io.understudy.model.bayes;

import java.io.Serializable;

/**
 * The conditional distribution of one variable given those before it: a tree whose leaves hold distributions
 * (context-specific independence: Boutilier et al. 1996; Friedman and Goldszmidt 1996).
 *
 * @param variable      position in the domain
 * @param tree          asks only about variables earlier in the network's order
 * @param distributions one a leaf
 */
record TreeCpd(int variable, Tree tree, Distributions distributions) implements Serializable {

    /** Draws a code a row into this variable's column, given the codes of earlier ones and 64 random bits a row. */
    void draw(int[][] columns, Routing routing, long[] bits) {
        int[] into = columns[variable];
        routing.part(tree, (leaf, rows, from, to) -> {
            for (int i = from; i < to; i++) {
                into[rows[i]] = distributions.draw(leaf, bits[rows[i]]);
            }
        });
    }
}
