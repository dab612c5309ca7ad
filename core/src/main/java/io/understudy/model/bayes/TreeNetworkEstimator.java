package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Estimator;
import io.understudy.stat.CellCounts;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link BayesianNetwork}: order and candidate parents from pair statistics, one tree a variable grown side by
 * side over a bounded sample, leaf counts exact over all rows, leaves shrunken towards their ancestors.
 *
 * @param settings how large, how close
 * @param leading  variables to be first in the order, so that the others can be drawn given them
 */
public record TreeNetworkEstimator(TreeNetworkSettings settings, List<Integer> leading)
        implements Estimator<BayesianNetwork> {
    private static final long SAMPLE_SEED = 0x5EED;

    public TreeNetworkEstimator {
        leading = List.copyOf(leading);
    }

    /** With any variables first. */
    public TreeNetworkEstimator(TreeNetworkSettings settings) {
        this(settings, List.of());
    }

    @Override
    public BayesianNetwork fit(Table table) {
        Domain domain = table.domain();
        Structure structure = Structure.learn(table, settings.maxParents(), leading);
        Block sample = table.sample(settings.growthRows(domain.width()), SAMPLE_SEED);
        TreeNetworkSettings sampled = settings.in((double) sample.rows() / Math.max(1, table.rows()));
        TreeFit growing = new TreeFit(domain, structure.parents(), sampled);
        List<TreeFit.Fitted> fitted = table.run(sample, domain.width(), growing);
        List<Tree> trees = fitted.stream().map(TreeFit.Fitted::tree).toList();
        List<CellCounts> counts = table.compute(new LeafCounts(domain, trees));
        List<TreeCpd> cpds = new ArrayList<>();
        for (int variable : structure.order()) {
            double strength = fitted.get(variable).strength()
                    / sampled.rowsPerEntity()
                    * settings.rowsPerEntity()
                    * settings.leaning();
            Refinement refinement = fitted.get(variable).refinement();
            Distributions leaves =
                    new Leaves(refinement, trees.get(variable), strength).distributions(counts.get(variable));
            long smallest = LeafCounts.smallest(counts.get(variable), leaves.size(), domain.size(variable));
            cpds.add(new TreeCpd(variable, trees.get(variable), leaves, smallest));
        }
        return new BayesianNetwork(domain, cpds);
    }

    /** Turns counts at the leaves into distributions that lean on their ancestors, from the root down. */
    private record Leaves(Refinement refinement, Tree tree, double strength) {

        Distributions distributions(CellCounts counts) {
            long[][] byNode = byNode(counts);
            double[][] conditional = new double[tree.nodes()][];
            conditional[0] = refinement.shrink(refinement.counts(byNode[0]), refinement.uniform(), 0);
            double[][] byLeaf = new double[tree.leaves()][];
            for (int node = 0; node < tree.nodes(); node++) {
                if (tree.isLeaf(node)) {
                    byLeaf[tree.leaf(node)] = refinement.probabilities(conditional[node]);
                } else {
                    for (int child : new int[] {tree.below(node), tree.above(node)}) {
                        long[] cells = refinement.counts(byNode[child]);
                        conditional[child] = refinement.shrink(cells, conditional[node], strength);
                    }
                }
                conditional[node] = new double[0];
            }
            return Distributions.of(byLeaf);
        }

        private long[][] byNode(CellCounts counts) {
            int codes = refinement.codes();
            long[][] byNode = new long[tree.nodes()][codes];
            int[] nodeOfLeaf = new int[tree.leaves()];
            for (int node = 0; node < tree.nodes(); node++) {
                if (tree.isLeaf(node)) {
                    nodeOfLeaf[tree.leaf(node)] = node;
                }
            }
            counts.forEach((cell, count) -> byNode[nodeOfLeaf[(int) (cell / codes)]][(int) (cell % codes)] += count);
            for (int node = tree.nodes() - 1; node >= 0; node--) {
                if (!tree.isLeaf(node)) {
                    long[] below = byNode[tree.below(node)];
                    long[] above = byNode[tree.above(node)];
                    Arrays.setAll(byNode[node], code -> below[code] + above[code]);
                }
            }
            return byNode;
        }
    }
}
