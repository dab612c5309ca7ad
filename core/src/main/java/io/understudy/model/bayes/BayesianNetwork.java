package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Known;
import io.understudy.model.Likelihood;
import io.understudy.model.Model;
import io.understudy.model.Part;
import io.understudy.model.Weighting;
import io.understudy.random.Sobol;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A Bayesian network over coded variables whose conditional distributions are trees, sampled in topological order.
 *
 * <p>The variable at place {@code i} of the order uses dimension {@code i} of the evenly spread words of {@link Sobol}: what
 * is drawn first gets the best of them.
 *
 * @param domain what is modelled
 * @param cpds   one per variable, parents before children
 */
public record BayesianNetwork(Domain domain, List<TreeCpd> cpds) implements Likelihood, Weighting {
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
    public void sample(long seed, Part part, Block into) {
        sample(seed, part, into, cpds);
    }

    /** @param drawers how each conditional distribution is drawn from */
    void sample(long seed, Part part, Block into, List<? extends Drawer> drawers) {
        requireLeading(part.given());
        int[][] columns = held(part, into);
        int[] words = into.room().ints(into.rows());
        Sobol points = Sobol.of(seed, into.numbers());
        Routing routing = new Routing(columns, into.rows(), into.room());
        for (int i = 0; i < cpds.size(); i++) {
            int variable = cpds.get(i).variable();
            if (part.wanted().contains(variable)) {
                columns[variable] = into.room().ints(into.rows());
                points.fill(i, words);
                drawers.get(i).draw(columns, routing, words);
                into.write(variable, columns[variable]);
            }
        }
    }

    @Override
    public void weigh(long seed, Known known, Block into, double[] weights) {
        new Weighing(cpds, cpds.stream().map(TreeCpd::distributions).toList()).weigh(seed, known, into, weights);
    }

    @Override
    public void move(long seed, Known known, Block rows) {
        new Sweep(cpds).move(seed, known, rows);
    }

    @Override
    public Model ready() {
        return GuidedNetwork.of(this);
    }

    /** The codes that are there already, by variable; null for those yet to be drawn. */
    private int[][] held(Part part, Block block) {
        int[][] columns = new int[domain.width()][];
        for (Collection<Integer> held : List.of(part.given(), part.drawn())) {
            held.forEach(v -> columns[v] = block.read(v, block.room().ints(block.rows())));
        }
        return columns;
    }

    @Override
    public Set<Integer> needed(Set<Integer> wanted) {
        Set<Integer> needed = new HashSet<>(wanted);
        for (int i = cpds.size() - 1; i >= 0; i--) {
            if (needed.contains(cpds.get(i).variable())) {
                needed.addAll(cpds.get(i).tree().variables());
            }
        }
        return needed;
    }

    @Override
    public boolean isLedBy(List<Integer> variables) {
        return variables.size() <= cpds.size()
                && Set.copyOf(order().subList(0, variables.size())).equals(Set.copyOf(variables));
    }

    private void requireLeading(List<Integer> variables) {
        if (!isLedBy(variables)) {
            throw new IllegalArgumentException("variables " + variables + " do not lead the order " + order()
                    + "; fit the model with these leading");
        }
    }

    @Override
    public void logLikelihood(Block rows, double[] into) {
        logLikelihood(order(), rows, into);
    }

    @Override
    public void logLikelihood(List<Integer> leading, Block rows, double[] into) {
        requireLeading(leading);
        int[][] columns = rows.toArrays();
        Routing routing = new Routing(columns, rows.rows());
        Arrays.fill(into, 0, rows.rows(), 0);
        for (TreeCpd cpd : cpds.subList(0, leading.size())) {
            cpd.addLogProbability(columns, routing, into);
        }
    }
}
