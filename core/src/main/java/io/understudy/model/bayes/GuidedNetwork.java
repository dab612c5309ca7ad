package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Model;
import io.understudy.model.Part;
import java.util.List;
import java.util.Set;

/**
 * A network with guide tables to its distributions. Draws the rows of the network, sooner.
 *
 * @param guides one per conditional distribution of the network
 */
record GuidedNetwork(BayesianNetwork network, List<Guide> guides) implements Model {

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
    public Set<Integer> needed(Set<Integer> wanted) {
        return network.needed(wanted);
    }
}
