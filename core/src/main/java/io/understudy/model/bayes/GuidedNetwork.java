package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Known;
import io.understudy.model.Part;
import io.understudy.model.Weighting;
import io.understudy.random.RowNumbers;
import java.util.List;
import java.util.Set;

/**
 * A network with crowns of its trees and guide tables to its distributions. Draws the rows of the network, sooner.
 *
 * @param guided one per conditional distribution of the network
 */
record GuidedNetwork(BayesianNetwork network, List<GuidedCpd> guided) implements Weighting {

    /** Rows of the network that tell which questions are asked most. */
    private static final int TYPICAL = 4096;

    static GuidedNetwork of(BayesianNetwork network) {
        Block typical = Block.empty(network.domain(), RowNumbers.run(0, TYPICAL));
        network.sample(0, new Part(List.of(), Set.of(), Set.copyOf(network.order())), typical);
        int[][] columns = typical.toArrays();
        return new GuidedNetwork(
                network,
                network.cpds().stream()
                        .map(cpd -> GuidedCpd.of(cpd, network.domain(), columns, TYPICAL))
                        .toList());
    }

    @Override
    public Domain domain() {
        return network.domain();
    }

    @Override
    public void sample(long seed, Part part, Block into) {
        network.sample(seed, part, into, guided);
    }

    @Override
    public void weigh(long seed, Known known, Block into, double[] weights) {
        new Weighing(network.cpds(), guided.stream().map(GuidedCpd::guide).toList()).weigh(seed, known, into, weights);
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
