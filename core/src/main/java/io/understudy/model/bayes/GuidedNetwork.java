package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Known;
import io.understudy.model.Part;
import io.understudy.model.Weighting;
import java.util.List;
import java.util.Set;

/**
 * A network with guide tables to its distributions. Draws the rows of the network, sooner.
 *
 * @param guides one per conditional distribution of the network
 */
record GuidedNetwork(BayesianNetwork network, List<Guide> guides) implements Weighting {

    static GuidedNetwork of(BayesianNetwork network) {
        return new GuidedNetwork(
                network,
                network.cpds().stream()
                        .map(cpd -> Guide.of(cpd.distributions()))
                        .toList());
    }

    @Override
    public Domain domain() {
        return network.domain();
    }

    @Override
    public void sample(long seed, Part part, Block into) {
        network.sample(seed, part, into, guides);
    }

    @Override
    public void weigh(long seed, Known known, Block into, double[] weights) {
        new Weighing(network.cpds(), guides).weigh(seed, known, into, weights);
    }

    @Override
    public void move(long seed, Known known, Block rows) {
        new Sweep(network.cpds()).move(seed, known, rows);
    }

    @Override
    public boolean isLedBy(List<Integer> variables) {
        return network.isLedBy(variables);
    }

    @Override
    public Set<Integer> needed(Set<Integer> wanted) {
        return network.needed(wanted);
    }
}
