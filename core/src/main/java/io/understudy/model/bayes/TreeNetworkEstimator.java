package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Estimator;
import io.understudy.stat.CellCounts;
import io.understudy.stat.Table;
import java.util.ArrayList;
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
        return fit(table, Structure.learn(table, settings.maxParents(), leading));
    }

    /** The same where order, candidate parents and rare classes are known. */
    BayesianNetwork fit(Table table, Structure structure) {
        Domain domain = table.domain();
        Block sample = table.sample(settings.growthRows(domain.width()), SAMPLE_SEED);
        TreeNetworkSettings sampled = settings.in((double) sample.rows() / Math.max(1, table.rows()));
        List<TreeFit.Fitted> fitted = table.run(sample, domain.width(), new TreeFit(domain, structure, sampled));
        List<Graft> grafts =
                fitted.stream().map(one -> Graft.of(one.tree(), one.classes())).toList();
        List<CellCounts> counts = table.compute(
                new LeafCounts(domain, grafts.stream().map(Graft::tree).toList()));
        List<TreeCpd> cpds = new ArrayList<>();
        for (int variable : structure.order()) {
            TreeFit.Fitted one = fitted.get(variable);
            double strength = one.strength() / sampled.rowsPerEntity() * settings.rowsPerEntity() * settings.leaning();
            Leaves leaves = new Leaves(one.refinement(), one.tree(), strength);
            cpds.add(new Tilted(grafts.get(variable), one.classes(), leaves, settings)
                    .cpd(variable, counts.get(variable)));
        }
        return new BayesianNetwork(domain, cpds);
    }
}
