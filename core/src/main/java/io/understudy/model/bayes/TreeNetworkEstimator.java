package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Estimator;
import io.understudy.stat.CellCounts;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Fits a {@link BayesianNetwork}: order and candidate parents from pair statistics, one tree a variable grown side by
 * side over a bounded sample, leaf counts exact over all rows, leaves shrunken towards their ancestors.
 *
 * @param settings how large, how close
 * @param leading  variables to be first in the order, so that the others can be drawn given them
 * @param segment  one of the leading: what comes after it is learned for each of its frequent codes apart
 */
public record TreeNetworkEstimator(TreeNetworkSettings settings, List<Integer> leading, OptionalInt segment)
        implements Estimator<BayesianNetwork> {
    private static final long SAMPLE_SEED = 0x5EED;
    /** The smallest leaves that a segment must have room for. */
    private static final int LEAVES_OF_SEGMENT = 50;

    public TreeNetworkEstimator {
        leading = List.copyOf(leading);
        if (segment.isPresent() && !leading.contains(segment.getAsInt())) {
            throw new IllegalArgumentException("the segment " + segment.getAsInt() + " must be one of " + leading);
        }
    }

    /** All rows learned together. */
    public TreeNetworkEstimator(TreeNetworkSettings settings, List<Integer> leading) {
        this(settings, leading, OptionalInt.empty());
    }

    /** With any variables first. */
    public TreeNetworkEstimator(TreeNetworkSettings settings) {
        this(settings, List.of());
    }

    /** @throws NoSegmentsException where no code of the segment has enough rows */
    @Override
    public BayesianNetwork fit(Table table) {
        Structure structure = Structure.learn(table, settings.maxParents(), leading);
        List<Integer> order = structure.order();
        int together = segment.isEmpty() ? order.size() : 1 + order.indexOf(segment.getAsInt());
        List<TreeCpd> cpds = new ArrayList<>(cpds(table, structure, order.subList(0, together)));
        if (together < order.size()) {
            cpds.addAll(apart(table, order, order.subList(together, order.size())));
        }
        return new BayesianNetwork(table.domain(), cpds);
    }

    /** The order is that of all rows; what a tree may ask about is found in each segment. */
    private List<TreeCpd> apart(Table table, List<Integer> order, List<Integer> variables) {
        int by = segment.orElseThrow();
        Marginal counts = table.compute(Marginals.ofColumns(table.domain())).get(by);
        Segments segments = Segments.of(
                by, counts, (long) LEAVES_OF_SEGMENT * settings.growth().minRows());
        List<List<TreeCpd>> parts = segments.codes().stream()
                .map(codes -> table.where(by, codes))
                .map(rows -> cpds(rows, Structure.learn(rows, settings.maxParents(), order), variables))
                .toList();
        return IntStream.range(0, variables.size())
                .mapToObj(i ->
                        segments.join(parts.stream().map(part -> part.get(i)).toList()))
                .toList();
    }

    private List<TreeCpd> cpds(Table table, Structure structure, List<Integer> variables) {
        Domain domain = table.domain();
        List<Integer> grown = List.copyOf(variables);
        Block sample = table.sample(settings.growthRows(domain.width()), SAMPLE_SEED);
        TreeNetworkSettings sampled = settings.in((double) sample.rows() / Math.max(1, table.rows()));
        TreeFit growing = new TreeFit(domain, structure.parents(), sampled);
        List<TreeFit.Fitted> fitted =
                table.run(sample, grown.size(), (rows, place) -> growing.run(rows, grown.get(place)));
        List<Tree> trees = fitted.stream().map(TreeFit.Fitted::tree).toList();
        List<CellCounts> counts = table.compute(new LeafCounts(domain, grown, trees));
        List<TreeCpd> cpds = new ArrayList<>();
        for (int i = 0; i < grown.size(); i++) {
            int variable = grown.get(i);
            double strength =
                    fitted.get(i).strength() / sampled.rowsPerEntity() * settings.rowsPerEntity() * settings.leaning();
            Refinement refinement = fitted.get(i).refinement();
            Distributions leaves = new Leaves(refinement, trees.get(i), strength).distributions(counts.get(i));
            long smallest = LeafCounts.smallest(counts.get(i), leaves.size(), domain.size(variable));
            cpds.add(new TreeCpd(variable, trees.get(i), leaves, smallest));
        }
        return cpds;
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
