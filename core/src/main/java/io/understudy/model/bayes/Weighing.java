package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.model.Known;
import io.understudy.random.Philox;
import java.util.List;

/**
 * Draws what is not known of rows and weighs them by what is.
 *
 * @param cpds       parents before children
 * @param inversions how each is drawn from
 */
record Weighing(List<TreeCpd> cpds, List<? extends Inversion> inversions) {

    void weigh(long seed, Known known, Block into, double[] weights) {
        int[][] columns = into.toArrays();
        int[] words = new int[into.rows()];
        Routing routing = new Routing(columns, into.rows());
        for (int i = 0; i < cpds.size(); i++) {
            TreeCpd cpd = cpds.get(i);
            int variable = cpd.variable();
            if (!known.concerns(variable)) {
                continue;
            }
            boolean everywhere = known.everywhere(variable);
            if (everywhere && !known.tells(cpd.tree().variables())) {
                continue;
            }
            if (!everywhere) {
                Philox.fillUpper(seed, into.numbers(), variable, words);
            }
            complete(i, known, new Rows(columns[variable], routing, words), weights);
            into.write(variable, columns[variable]);
        }
    }

    /**
     * Rows of which one variable is being completed.
     *
     * @param codes of the variable
     * @param words a random word a row
     */
    private record Rows(int[] codes, Routing routing, int[] words) {}

    private void complete(int place, Known known, Rows of, double[] weights) {
        TreeCpd cpd = cpds.get(place);
        Distributions distributions = cpd.distributions();
        boolean[] there = known.rows(cpd.variable());
        boolean[] tells = known.tells(cpd.tree().variables(), there.length);
        boolean present = known.present(cpd.variable());
        Inversion inversion = inversions.get(place);
        of.routing().part(cpd.tree(), (leaf, rows, from, to) -> {
            double logPresent = present ? distributions.logPresent(leaf) : 0;
            for (int at = from; at < to; at++) {
                int row = rows[at];
                if (there[row]) {
                    weights[row] += tells[row] ? distributions.logChance(leaf, of.codes()[row]) : 0;
                } else {
                    weights[row] += logPresent;
                    of.codes()[row] = present
                            ? distributions.drawPresent(leaf, of.words()[row])
                            : inversion.draw(leaf, of.words()[row]);
                }
            }
        });
    }
}
