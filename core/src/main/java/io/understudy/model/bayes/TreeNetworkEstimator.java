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
        return fit(table, Structure.learn(table, settings, leading));
    }

    /** The same where order, candidate parents and rare classes are known. */
    BayesianNetwork fit(Table table, Structure structure) {
        List<Integer> order = structure.order();
        int together = segment.isEmpty() ? order.size() : 1 + order.indexOf(segment.getAsInt());
        List<Raking.Aimed> cpds = new ArrayList<>(cpds(table, structure, order.subList(0, together)));
        if (together < order.size()) {
            cpds.addAll(apart(table, structure, order.subList(together, order.size())));
        }
        return new BayesianNetwork(table.domain(), Raking.raked(table.domain(), cpds, settings.rowsOfK()));
    }

    /** The order is that of all rows; what a tree may ask about is found in each segment. */
    private List<Raking.Aimed> apart(Table table, Structure structure, List<Integer> variables) {
        int by = segment.orElseThrow();
        Marginal counts = table.compute(Marginals.ofColumns(table.domain())).get(by);
        Segments segments = Segments.of(
                by, counts, (long) LEAVES_OF_SEGMENT * settings.growth().minRows());
        List<List<Raking.Aimed>> parts = segments.codes().stream()
                .map(codes -> table.where(by, codes))
                .map(rows -> cpds(rows, structure.among(rows, settings, by), variables))
                .toList();
        return IntStream.range(0, variables.size())
                .mapToObj(i ->
                        joined(segments, parts.stream().map(part -> part.get(i)).toList()))
                .toList();
    }

    private static Raking.Aimed joined(Segments segments, List<Raking.Aimed> parts) {
        return new Raking.Aimed(
                segments.join(parts.stream().map(Raking.Aimed::cpd).toList()),
                parts.stream().flatMap(part -> part.aims().stream()).toList());
    }

    private List<Raking.Aimed> cpds(Table table, Structure structure, List<Integer> variables) {
        Domain domain = table.domain();
        List<Integer> grown = List.copyOf(variables);
        Block sample = table.sample(settings.growthRows(domain.width()), SAMPLE_SEED);
        TreeNetworkSettings sampled = settings.in((double) sample.rows() / Math.max(1, table.rows()));
        TreeFit growing = new TreeFit(domain, structure, sampled);
        List<TreeFit.Fitted> fitted =
                table.run(sample, grown.size(), (rows, place) -> growing.run(rows, grown.get(place)));
        List<Graft> grafts =
                fitted.stream().map(one -> Graft.of(one.tree(), one.classes())).toList();
        List<CellCounts> counts = table.compute(
                new LeafCounts(domain, grown, grafts.stream().map(Graft::tree).toList()));
        List<Raking.Aimed> cpds = new ArrayList<>();
        for (int i = 0; i < grown.size(); i++) {
            TreeFit.Fitted one = fitted.get(i);
            double times = settings.leaning() * settings.rowsPerEntity() / sampled.rowsPerEntity();
            double[] strength =
                    Arrays.stream(one.strength()).map(rows -> rows * times).toArray();
            Leaves leaves = new Leaves(one.refinement(), one.tree(), strength);
            TreeCpd cpd = new Tilted(grafts.get(i), one.classes(), leaves, settings).cpd(grown.get(i), counts.get(i));
            long[] rows = byCode(counts.get(i), domain.size(grown.get(i)));
            cpds.add(new Raking.Aimed(cpd, List.of(new Raking.Aim(cpd.tree().leaves(), rows))));
        }
        return cpds;
    }

    private static long[] byCode(CellCounts byLeafAndCode, int codes) {
        long[] rows = new long[codes];
        byLeafAndCode.forEach((cell, count) -> rows[(int) (cell % codes)] += count);
        return rows;
    }
}
