package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Likelihood;
import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A Bayesian network over coded variables whose conditional distributions are trees, sampled in topological order.
 *
 * <p>Row {@code r} of variable {@code v} uses draw {@code v} of row {@code r}, whatever the order of the variables.
 *
 * @param domain what is modelled
 * @param cpds   one per variable, parents before children
 */
public record BayesianNetwork(Domain domain, List<TreeCpd> cpds) implements Likelihood {
    public BayesianNetwork {
        cpds = List.copyOf(cpds);
    }

    /** The variables in the order in which they are drawn. */
    public List<Integer> order() {
        return cpds.stream().map(TreeCpd::variable).toList();
    }

    /** The parents of each variable in that order, those first that are asked about first. */
    public List<List<Integer>> parents() {
        return cpds.stream().map(cpd -> cpd.tree().asked()).toList();
    }

    /**
     * What may be said about a conditional distribution.
     *
     * @param variable     position in the domain
     * @param leaves       of its tree
     * @param smallestLeaf rows that the leaf of the fewest rows was counted from
     */
    public record Conditional(int variable, int leaves, long smallestLeaf) {}

    /** One per variable, in the order in which they are drawn. */
    public List<Conditional> conditionals() {
        return cpds.stream()
                .map(cpd -> new Conditional(cpd.variable(), cpd.tree().leaves(), cpd.smallestLeaf()))
                .toList();
    }

    @Override
    public void sample(long seed, List<Integer> given, Block into) {
        if (!Set.copyOf(order().subList(0, given.size())).equals(Set.copyOf(given))) {
            throw new IllegalArgumentException(
                    "variables " + given + " do not lead the order " + order() + "; fit the model with these leading");
        }
        int rows = into.rows();
        int[][] columns = new int[domain.width()][rows];
        long[] bits = new long[rows];
        Routing routing = new Routing(columns, rows);
        for (int v : given) {
            into.read(v, columns[v]);
        }
        for (TreeCpd cpd : cpds.subList(given.size(), cpds.size())) {
            Philox.fill(seed, into.firstRow(), cpd.variable(), bits, rows);
            cpd.draw(columns, routing, bits);
            into.write(cpd.variable(), columns[cpd.variable()]);
        }
    }

    @Override
    public void logLikelihood(Block rows, double[] into) {
        int[][] columns = rows.toArrays();
        Routing routing = new Routing(columns, rows.rows());
        Arrays.fill(into, 0, rows.rows(), 0);
        for (TreeCpd cpd : cpds) {
            cpd.addLogProbability(columns, routing, into);
        }
    }
}
