package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Model;
import io.understudy.random.Philox;
import java.util.List;

/**
 * A Bayesian network over coded variables whose conditional distributions are trees, sampled in topological order.
 *
 * <p>Row {@code r} of variable {@code v} uses draw {@code v} of row {@code r}, whatever the order of the variables.
 *
 * @param domain what is modelled
 * @param cpds   one per variable, parents before children
 */
public record BayesianNetwork(Domain domain, List<TreeCpd> cpds) implements Model {
    public BayesianNetwork {
        cpds = List.copyOf(cpds);
    }

    /** The variables in the order in which they are drawn. */
    public List<Integer> order() {
        return cpds.stream().map(TreeCpd::variable).toList();
    }

    @Override
    public void sample(long seed, Block into) {
        int rows = into.rows();
        int[][] columns = new int[domain.width()][rows];
        long[] bits = new long[rows];
        Routing routing = new Routing(columns, rows);
        for (TreeCpd cpd : cpds) {
            Philox.fill(seed, into.firstRow(), cpd.variable(), bits, rows);
            cpd.draw(columns, routing, bits);
            into.write(cpd.variable(), columns[cpd.variable()]);
        }
    }
}
